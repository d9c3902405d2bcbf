package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.UUID;

/** The clinic wrote to a patient. Fired inside the transaction: the letter says only that a message waits. */
public record MessageSent(UUID messageId, UUID patientId, Instant at) {
}
