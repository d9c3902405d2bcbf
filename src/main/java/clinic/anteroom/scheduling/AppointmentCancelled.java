package clinic.anteroom.scheduling;

import java.util.UUID;

/** A visit was called off and its time is free again. Fired inside the transaction. */
public record AppointmentCancelled(UUID appointmentId, UUID patientId, CancelReason reason) {
}
