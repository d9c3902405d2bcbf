package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit has another time or other people. Fired inside the transaction.
 *
 * @param start when it begins now; never null
 * @param from  when it began before; never null
 */
public record AppointmentMoved(UUID appointmentId, UUID patientId, Instant start, Instant from) {
}
