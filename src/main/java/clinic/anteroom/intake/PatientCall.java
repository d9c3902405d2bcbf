package clinic.anteroom.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A call the clinic should make, or has made. It holds no answers.
 *
 * @param id          never null
 * @param kind        why; never null
 * @param responseId  the form; never null
 * @param reference   the form's short name; never null
 * @param patientName given and family name; null for a form stopped before its sender was known
 * @param birthDate   null as above
 * @param phone       where to ring: the number given in the emergency, else the patient's; null if none is known
 * @param reply       what was said to an emergency; null if nothing
 * @param askedAt     since when it waits; never null
 * @param doneBy      who has taken care of it; {@link clinic.anteroom.access.AuditService#PATIENT} if the patient said it
 *                    was a mistake; null while it waits
 * @param doneAt      when; null while it waits
 * @param doneWords   what came of it; null if nothing was written
 */
public record PatientCall(UUID id, CallKind kind, UUID responseId, String reference, String patientName, LocalDate birthDate,
        String phone, EmergencyReply reply, Instant askedAt, String doneBy, Instant doneAt, String doneWords) {
}
