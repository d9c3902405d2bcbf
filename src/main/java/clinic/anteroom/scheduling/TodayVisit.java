package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit of the day as the doctor awaits it.
 *
 * @param appointmentId never null
 * @param status        never null
 * @param patientId     never null
 * @param patientName   never null
 * @param visitName     never null
 * @param start         never null
 * @param end           never null
 * @param since         since when it stands where it stands; never null
 * @param with          people and room, by name
 * @param responseId    the form its orders come from; null for a visit without one
 * @param prepared      whether nothing is open that has to be settled before: implant, kidney value, questions before a scan
 * @param results       results that came back for the other orders of the same form
 * @param awaited       other orders of the same form
 * @param place         ROOM or DOCTOR; null for who waits, is not here or has gone
 * @param arrivedAt     when the patient came; null for who has not
 * @param mine          whether the doctor who asks takes part in it
 * @param known         how well the clinic and the patient know each other; never null
 */
public record TodayVisit(UUID appointmentId, AppointmentStatus status, UUID patientId, String patientName, String visitName, Instant start, Instant end,
                         Instant since, String with, UUID responseId, boolean prepared, int results, int awaited,
                         String place, Instant arrivedAt, boolean mine, Familiarity known) {

    /** Whether the patient is in the house. */
    public boolean here() {
        return status == AppointmentStatus.ARRIVED || status == AppointmentStatus.CHECKED_IN;
    }

    /** Whether the patient is in the house and nobody is with them yet. */
    public boolean waits() {
        return here() && place == null;
    }
}
