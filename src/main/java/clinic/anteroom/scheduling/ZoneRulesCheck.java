package clinic.anteroom.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Compares two books of time zones: the database's, read every half hour, and the Java platform's. Pure. */
final class ZoneRulesCheck {

    /** Clock changes of this century lie on full half hours. */
    static final Duration STEP = Duration.ofMinutes(30);

    private final ZoneId zone;

    ZoneRulesCheck(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The first moment at which the two books differ; empty if they agree.
     *
     * @param database offsets by the database, each from its moment on; the first key begins the comparison
     * @param until    end of the comparison
     */
    Optional<Instant> firstDifference(NavigableMap<Instant, ZoneOffset> database, Instant until) {
        for (Instant at = database.firstKey(); at.isBefore(until); at = at.plus(STEP)) {
            if (!database.floorEntry(at).getValue().equals(zone.getRules().getOffset(at))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Offsets by this platform, in the same form. */
    NavigableMap<Instant, ZoneOffset> platform(Instant from, Instant until) {
        NavigableMap<Instant, ZoneOffset> offsets = new TreeMap<>();
        for (Instant at = from; at.isBefore(until); at = at.plus(STEP)) {
            ZoneOffset offset = zone.getRules().getOffset(at);
            if (offsets.isEmpty() || !offsets.lastEntry().getValue().equals(offset)) {
                offsets.put(at, offset);
            }
        }
        return offsets;
    }
}
