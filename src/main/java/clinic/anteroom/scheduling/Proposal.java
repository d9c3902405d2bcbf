package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime.Casted;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A time that could be booked. Nothing is stored or held: the same kind of visit, patient and start make it up again.
 *
 * @param visit     the kind of visit; never null
 * @param patientId the patient, or null if not known yet
 * @param start     when the first phase begins; never null
 * @param end       when the patient can leave; never null
 * @param casting   who plays which part
 */
public record Proposal(VisitType visit, UUID patientId, Instant start, Instant end, List<Casted> casting) {

    public Proposal {
        casting = List.copyOf(casting);
    }

    static Proposal of(Plan plan, UUID patientId, Function<UUID, Resource> resources) {
        return new Proposal(plan.visit(), patientId, plan.start(), plan.whole().end(), plan.visit().parts().stream().map(part -> {
            Resource resource = resources.apply(plan.cast().get(part.key()).resourceId());
            return new Casted(part.key(), part.label(), resource.id(), resource.name(), resource.kind());
        }).toList());
    }

    /** The resource for each part's key, as a booking wants it. */
    public Map<String, UUID> chosen() {
        Map<String, UUID> chosen = new LinkedHashMap<>();
        casting.forEach(casted -> chosen.put(casted.key(), casted.resourceId()));
        return chosen;
    }
}
