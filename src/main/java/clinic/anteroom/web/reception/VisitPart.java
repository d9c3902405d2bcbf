package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.VisitType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a visit as the desk reads it out.
 *
 * @param name    what happens; null for time kept free behind the visit
 * @param start   never null
 * @param end     never null
 * @param person  who is needed; perhaps empty
 * @param room    where; perhaps empty
 * @param machine with what; perhaps empty
 */
public record VisitPart(String name, Instant start, Instant end, String person, String room, String machine) {

    /** Whether nobody comes and room and machine are only kept free. */
    public boolean isBuffer() {
        return name == null;
    }

    /** How long it is, in minutes. */
    public long getMinutes() {
        return Duration.between(start, end).toMinutes();
    }

    /** The parts of a visit that could be booked; cleaning up comes last. */
    static List<VisitPart> of(VisitType visit, FreeTime time) {
        Map<String, FreeTime.Casted> casting = time.casting().stream()
                .collect(Collectors.toMap(FreeTime.Casted::key, Function.identity()));
        List<VisitPart> parts = new ArrayList<>();
        Instant from = time.start();
        for (VisitType.Phase phase : visit.phases()) {
            Instant end = from.plus(phase.length());
            parts.add(part(phase.name(), from, end, phase.parts(), casting));
            List<VisitType.Part> cleaned = phase.parts().stream().filter(part -> !part.after().isZero()).toList();
            if (!cleaned.isEmpty()) {
                Duration longest = cleaned.stream().map(VisitType.Part::after).max(Duration::compareTo).orElseThrow();
                parts.add(part(null, end, end.plus(longest), cleaned, casting));
            }
            from = end;
        }
        return parts;
    }

    /** The parts of a visit that is booked. */
    static List<VisitPart> of(Booked booked) {
        return booked.phases().stream().map(phase -> new VisitPart(phase.name(), phase.start(), phase.end(),
                names(phase, ResourceKind.PRACTITIONER), names(phase, ResourceKind.LOCATION), names(phase, ResourceKind.DEVICE))).toList();
    }

    private static VisitPart part(String name, Instant start, Instant end, List<VisitType.Part> parts, Map<String, FreeTime.Casted> casting) {
        return new VisitPart(name, start, end, names(parts, casting, ResourceKind.PRACTITIONER),
                names(parts, casting, ResourceKind.LOCATION), names(parts, casting, ResourceKind.DEVICE));
    }

    private static String names(List<VisitType.Part> parts, Map<String, FreeTime.Casted> casting, ResourceKind kind) {
        return joined(parts.stream().map(part -> casting.get(part.key()))
                .filter(casted -> casted.kind() == kind).map(FreeTime.Casted::resourceName));
    }

    private static String names(Booked.Phase phase, ResourceKind kind) {
        return joined(phase.with().stream().filter(with -> with.kind() == kind).map(Booked.With::name));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
