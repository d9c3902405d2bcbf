package clinic.anteroom.scheduling;

import java.util.UUID;

/** A visit took a step at the door, or went one back. Fired inside the transaction. */
public record AppointmentStepped(UUID appointmentId, UUID patientId, AppointmentStatus status) {
}
