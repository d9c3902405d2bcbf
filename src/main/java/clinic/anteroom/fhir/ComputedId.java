package clinic.anteroom.fhir;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of something that is worked out and not stored. FHIR gives it 64 characters: who or what it belongs to (32), the
 * minute it begins (base 36) and, where there is one, the kind of visit.
 *
 * @param owner   a resource for a slot, a patient for a proposal; never null
 * @param start   in whole minutes; never null
 * @param visitId as {@link VisitIds#cut} makes it; null for a stretch of plain time
 */
record ComputedId(UUID owner, Instant start, String visitId) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([0-9a-z]{1,6})(?:\\.([a-z][a-z-]{0,24}))?");
    private static final int RADIX = 36;
    private static final int MINUTE = 60;

    /** The parts of an id that could be one of these. */
    static Optional<ComputedId> read(String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        return matcher.matches() ? Optional.of(new ComputedId(uuid(matcher.group(1)),
                Instant.ofEpochSecond(Long.parseLong(matcher.group(2), RADIX) * MINUTE), matcher.group(3))) : Optional.empty();
    }

    String text() {
        String head = owner.toString().replace("-", "") + "." + Long.toString(start.getEpochSecond() / MINUTE, RADIX);
        return visitId == null ? head : head + "." + visitId;
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
