package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * An earlier time told to one patient.
 *
 * @param offerId       its id; never null
 * @param entryId       the place on the list; never null
 * @param appointmentId the visit that would move; never null
 * @param patientId     the patient; never null
 * @param start         the earlier time; never null
 * @param endsAt        until when the link works; never null
 * @param secret        for the one-time link, told here and never again
 */
public record EarlierOffer(UUID offerId, UUID entryId, UUID appointmentId, UUID patientId, Instant start, Instant endsAt, String secret) {
}
