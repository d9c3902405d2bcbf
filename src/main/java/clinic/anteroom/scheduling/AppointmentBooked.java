package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/** A visit was booked. Fired inside the transaction: what leaves the house waits for {@code AFTER_SUCCESS}. */
public record AppointmentBooked(UUID appointmentId, UUID patientId, Instant start) {
}
