package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * An earlier time that a patient can take with one press.
 *
 * @param offerId       its id; never null
 * @param appointmentId the visit that would move; never null
 * @param start         the earlier time; never null
 * @param endsAt        until when it can be taken; never null
 */
public record SelfOffer(UUID offerId, UUID appointmentId, Instant start, Instant endsAt) {
}
