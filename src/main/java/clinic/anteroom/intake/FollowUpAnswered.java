package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient answered a question of a doctor. Fired inside the transaction.
 *
 * @param responseId the form it is about; never null
 * @param at         when; never null
 */
public record FollowUpAnswered(UUID responseId, Instant at) {
}
