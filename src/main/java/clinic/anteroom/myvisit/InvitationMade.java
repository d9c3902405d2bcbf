package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.UUID;

/** A patient may book what was ordered. Fired inside the transaction. */
public record InvitationMade(UUID invitationId, UUID patientId, Instant at) {
}
