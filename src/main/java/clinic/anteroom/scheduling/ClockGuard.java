package clinic.anteroom.scheduling;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stops bookings that could end up at a wrong hour: when the clocks of application and database lie more than two seconds
 * apart, and beyond the first moment at which their books of time zones differ within the next 24 months. Looked at with
 * the first booking and again every minute (clocks) and every day (zones).
 */
@ApplicationScoped
class ClockGuard {

    static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ClockGuard.class.getName());
    private static final Duration CLOCKS_HOLD = Duration.ofMinutes(1);
    private static final Duration ZONES_HOLD = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(731);

    private static final String OFFSETS = """
            select moment, shift from (
                select moment, shift, lag(shift) over (order by moment) as before from (
                    select moment, cast(extract(epoch from (moment at time zone ?3) - (moment at time zone 'UTC')) as integer) as shift
                    from generate_series(cast(?1 as timestamptz), cast(?2 as timestamptz), interval '30 minutes') moment) every) changes
            where before is null or before <> shift order by moment""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    private volatile Instant clocksSeen = Instant.EPOCH;
    private volatile Duration skew = Duration.ZERO;
    private volatile Instant zonesSeen = Instant.EPOCH;
    private volatile Instant trustedUntil = Instant.MAX;

    /** Refuses with {@link ClockNotTrusted} a visit that starts where the clocks cannot be trusted. */
    void check(Instant start) {
        look();
        if (skew.compareTo(MOST_SKEW) > 0) {
            throw ClockNotTrusted.skewed(skew.toSeconds());
        }
        if (!start.isBefore(trustedUntil)) {
            throw ClockNotTrusted.rulesDiffer();
        }
    }

    /** Compares, if it is time to; raises an alarm in the log. */
    void look() {
        Instant now = time.now();
        if (clocksSeen.plus(CLOCKS_HOLD).isBefore(now) || skew.compareTo(MOST_SKEW) > 0) {
            skew = measureSkew();
            clocksSeen = now;
            if (skew.compareTo(MOST_SKEW) > 0) {
                LOG.log(Level.SEVERE, "The clocks of application and database lie {0} ms apart; nothing is booked until they agree.", skew.toMillis());
            }
        }
        if (zonesSeen.plus(ZONES_HOLD).isBefore(now)) {
            Instant from = now.truncatedTo(ChronoUnit.HOURS);
            trustedUntil = new ZoneRulesCheck(time.zone()).firstDifference(databaseOffsets(from, from.plus(AHEAD)), from.plus(AHEAD)).orElse(Instant.MAX);
            zonesSeen = now;
            if (trustedUntil.isBefore(Instant.MAX)) {
                LOG.log(Level.SEVERE, "Java and the database change the clocks of {0} differently from {1} on; nothing is booked beyond. "
                        + "Install the newest JDK patch and tzdata.", new Object[] {time.zone(), trustedUntil});
            }
        }
    }

    /** How far the two clocks lie apart; the way there and back counts half. */
    private Duration measureSkew() {
        Instant before = time.now();
        Instant database = Rows.instant(entities.createNativeQuery("select clock_timestamp()").getSingleResult());
        Instant middle = before.plus(Duration.between(before, time.now()).dividedBy(2));
        return Duration.between(middle, database).abs();
    }

    /** The database's offsets for the clinic's zone, each from its moment on. */
    NavigableMap<Instant, ZoneOffset> databaseOffsets(Instant from, Instant until) {
        NavigableMap<Instant, ZoneOffset> offsets = new TreeMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(OFFSETS)
                .setParameter(1, from.toString())
                .setParameter(2, until.toString())
                .setParameter(3, time.zone().getId()))) {
            offsets.put(Rows.instant(row[0]), ZoneOffset.ofTotalSeconds(Rows.number(row[1])));
        }
        return offsets;
    }
}
