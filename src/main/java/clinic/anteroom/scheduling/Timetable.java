package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ResourceKind;
import java.util.List;
import java.util.UUID;

/**
 * The timetable of one person, room or machine (FHIR: Schedule).
 *
 * @param resourceId whose it is; never null
 * @param kind       person, room or machine; never null
 * @param name       what the desk calls it; never null
 * @param visitTypes codes of the kinds of visit it can be in, sorted; perhaps empty
 */
public record Timetable(UUID resourceId, ResourceKind kind, String name, List<String> visitTypes) {

    public Timetable {
        visitTypes = List.copyOf(visitTypes);
    }
}
