package clinic.anteroom.scheduling;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.util.UUID;

/**
 * What is looked at when free times are asked for.
 *
 * @param visitType code of the kind of visit; its people, rooms and machines matter
 * @param patientId the patient
 * @param window    from when to when
 * @param instead   a visit whose own time counts as free, or null
 * @param overbook  whether seats for deliberate overbooking may be used
 * @param outside   whether somebody says why it is outside the hours on purpose; absences and closed days stay closed
 */
record Scope(String visitType, UUID patientId, TimeRange window, UUID instead, boolean overbook, boolean outside) {

    /** The same, looking over both edges of the window. */
    Scope wider(Duration edge) {
        return new Scope(visitType, patientId, new TimeRange(window.start().minus(edge), window.end().plus(edge)), instead, overbook, outside);
    }
}
