package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient may book a visit with a one-time link. Fired inside the transaction: what leaves the house waits for
 * {@code AFTER_SUCCESS}.
 *
 * @param invitationId its id; never null
 * @param patientId    the patient; never null
 * @param endsAt       until when the link works; never null
 * @param secret       for the link, told here and never again
 */
public record InvitationMade(UUID invitationId, UUID patientId, Instant endsAt, String secret) {
}
