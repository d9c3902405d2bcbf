package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A form that was sent in.
 *
 * @param responseId  the form; never null
 * @param patientId   whose it is; never null
 * @param reference   its short name for the phone, for example {@code K7QM-3T9D}; never null
 * @param completedAt when; never null
 */
public record Submitted(UUID responseId, UUID patientId, String reference, Instant completedAt) {
}
