package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.TimeRange;
import java.util.List;
import java.util.UUID;

/**
 * Why a visit cannot be held at a time: one person, room or machine, or the patient.
 *
 * @param part       label of the part it should play; never null
 * @param resourceId never null
 * @param kind       never null
 * @param name       what the desk calls it; never null
 * @param taken      when it is taken, within the time that was asked for; empty if it does not work then
 */
public record Blocker(String part, UUID resourceId, ResourceKind kind, String name, List<TimeRange> taken) {

    public Blocker {
        taken = List.copyOf(taken);
    }
}
