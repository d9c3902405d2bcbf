package clinic.anteroom.scheduling.finder;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A time that can be offered, with everybody and everything named.
 *
 * @param start   when the patient's first phase begins
 * @param end     when the patient can leave
 * @param casting who plays which part, in the order of the phases
 * @param reasons at most three, the weightiest first
 */
public record FreeTime(Instant start, Instant end, List<Casted> casting, List<Reason> reasons) {

    /** Who or what plays a part: the part's key and label, the resource's id and name. */
    public record Casted(String key, String label, UUID resourceId, String resourceName, ResourceKind kind) {
    }

    public FreeTime {
        casting = List.copyOf(casting);
        reasons = List.copyOf(reasons);
    }

    static FreeTime of(Plan plan, Availability availability, List<Reason> reasons) {
        List<Casted> casting = plan.visit().parts().stream().map(part -> {
            Resource resource = availability.get(plan.cast().get(part.key()).resourceId());
            return new Casted(part.key(), part.label(), resource.id(), resource.name(), resource.kind());
        }).toList();
        return new FreeTime(plan.start(), plan.whole().end(), casting, reasons);
    }

    /** The same where "the first of all" would be the first of a part only. */
    FreeTime withoutRank() {
        return new FreeTime(start, end, casting, reasons.stream().filter(reason -> reason.kind() != Reason.Kind.FIRST_OF_ALL && reason.kind() != Reason.Kind.FIRST_THAT_DAY).toList());
    }

    /** The resource chosen for each part's key, as a booking wants it. */
    public Map<String, UUID> chosen() {
        Map<String, UUID> chosen = new LinkedHashMap<>();
        casting.forEach(casted -> chosen.put(casted.key(), casted.resourceId()));
        return chosen;
    }

    /** Whether the order has run out by then. */
    public boolean late() {
        return reasons.stream().anyMatch(reason -> reason.kind() == Reason.Kind.TOO_LATE);
    }
}
