package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A form was sent in, in this transaction. It comes once for each form.
 *
 * @param responseId  the form; never null
 * @param patientId   whose it is; never null
 * @param answers     what was answered, for ever; never null
 * @param completedAt when; never null
 */
public record IntakeCompleted(UUID responseId, UUID patientId, Answers answers, Instant completedAt) {
}
