package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Asks for times on behalf of a patient who has proved who it is.
 *
 * @param patientId  the patient; never null
 * @param visitTypes codes of the kinds of visit in the order in which they follow each other; never empty
 * @param needs      what makes the visits longer; never null
 * @param wishes     what the patient asks for; never null
 * @param person     somebody the patient asks for, or null for anybody
 * @param from       first day, or null for now
 * @param instead    a visit of this patient that would be moved, or null
 */
public record SelfFind(UUID patientId, List<String> visitTypes, VisitNeeds needs, Wishes wishes, UUID person,
                       LocalDate from, UUID instead) {

    public SelfFind {
        visitTypes = List.copyOf(visitTypes);
    }
}
