package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/** A visit has another time or other people. Fired inside the transaction. */
public record AppointmentMoved(UUID appointmentId, UUID patientId, Instant start) {
}
