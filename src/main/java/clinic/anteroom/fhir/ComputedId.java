package clinic.anteroom.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The id of something that is worked out and not stored. FHIR gives it 64 characters: who or what it belongs to (32), the
 * minute it begins (base 36), where there is one the kind of visit, and for a proposal a mark of each person in it: who was
 * proposed is who is booked.
 *
 * @param owner   a resource for a slot, a patient for a proposal; never null
 * @param start   in whole minutes; never null
 * @param visitId as {@link VisitIds#cut} makes it; null for a stretch of plain time
 * @param people  marks of at most two people, as {@link #mark} makes them; empty for a slot
 */
record ComputedId(UUID owner, Instant start, String visitId, List<String> people) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([0-9a-z]{1,6})(?:\\.([a-z][a-z-]{0,24})(?:\\.([0-9a-z]{3})([0-9a-z]{3})?)?)?");
    private static final int RADIX = 36;
    private static final int MARKS = RADIX * RADIX * RADIX;
    private static final int MOST_PEOPLE = 2;
    private static final int MINUTE = 60;

    ComputedId {
        people = List.copyOf(people.subList(0, Math.min(MOST_PEOPLE, people.size())));
    }

    /** The id of something in which nobody is named. */
    ComputedId(UUID owner, Instant start, String visitId) {
        this(owner, start, visitId, List.of());
    }

    /** Three characters for a person: enough to tell colleagues apart, too few to tell who it is. */
    static String mark(UUID person) {
        long mixed = person.getMostSignificantBits() * 31 + person.getLeastSignificantBits();
        return Long.toString(MARKS + Long.remainderUnsigned(mixed, MARKS), RADIX).substring(1);
    }

    /** The parts of an id that could be one of these. */
    static Optional<ComputedId> read(String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        return matcher.matches() ? Optional.of(new ComputedId(uuid(matcher.group(1)),
                Instant.ofEpochSecond(Long.parseLong(matcher.group(2), RADIX) * MINUTE), matcher.group(3),
                Stream.of(4, 5).map(matcher::group).filter(Objects::nonNull).toList())) : Optional.empty();
    }

    String text() {
        String head = owner.toString().replace("-", "") + "." + Long.toString(start.getEpochSecond() / MINUTE, RADIX);
        return visitId == null ? head : head + "." + visitId + (people.isEmpty() ? "" : "." + String.join("", people));
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
