package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has to look at.
 *
 * @param id            never null
 * @param kind          never null
 * @param patientId     never null
 * @param patientName   never null
 * @param phone         null if there is none
 * @param appointmentId the visit it is about; null for none
 * @param aboutId       message, diary entry or letter; null for none
 * @param urgent        whether it goes before the others
 * @param raisedAt      never null
 * @param words         what the patient wrote; null for nothing
 */
public record PatientTask(UUID id, Kind kind, UUID patientId, String patientName, String phone, UUID appointmentId, UUID aboutId, boolean urgent,
                          Instant raisedAt, String words) {

    /** Why. */
    public enum Kind {
        /** Letters do not arrive: call, and ask for another address. */
        BOUNCED,
        /** A safety answer is not true any more. */
        SAFETY_CHANGED,
        /** The diary says that something is new or worse. */
        WORSE,
        /** A message waits for an answer. */
        MESSAGE,
        /** A visit was booked, changed or called off, and the desk tells its patient by phone. */
        TELL_BY_PHONE,
        /** Somebody wants to act for a patient: look at the proof. */
        CARER,
        /** An answer about a visit was changed after booking, and says that the clinic is called first. */
        VISIT_ANSWER
    }
}
