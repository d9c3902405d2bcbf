package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient read that this is an emergency and said what comes of it, in this transaction.
 *
 * @param responseId the form; never null
 * @param reply      what was said; never null
 * @param phone      where to call back; null if not told
 * @param repliedAt  when; never null
 */
public record EmergencyReplied(UUID responseId, EmergencyReply reply, String phone, Instant repliedAt) {
}
