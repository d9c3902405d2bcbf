package clinic.anteroom.scheduling;

import clinic.anteroom.shared.TimeRange;
import java.util.UUID;

/**
 * Asks for every time at which a visit could be held.
 *
 * @param visitType code of the kind of visit; never null
 * @param patientId the patient, or null if not known yet
 * @param window    the visit begins in it; at most {@link SlotQuery#LONGEST} are looked at
 * @param person    somebody or something that must be in the visit, or null
 * @param atMost    1 or more
 */
public record FindProposals(String visitType, UUID patientId, TimeRange window, UUID person, int atMost) {
}
