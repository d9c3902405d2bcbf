package clinic.anteroom.scheduling;

import java.util.UUID;

/**
 * Puts a visit on the list of those who would come earlier; the visit stays as it is.
 *
 * @param appointmentId the booked visit; never null
 * @param leadHours     hours the patient needs to prepare and to come, 0 to 336
 * @param urgent        whether it goes before those who wait longer
 * @param person        only an earlier time with this person helps; null for anybody
 */
public record WaitFor(UUID appointmentId, int leadHours, boolean urgent, UUID person) {

    /** With anybody who can do it. */
    public WaitFor(UUID appointmentId, int leadHours, boolean urgent) {
        this(appointmentId, leadHours, urgent, null);
    }
}
