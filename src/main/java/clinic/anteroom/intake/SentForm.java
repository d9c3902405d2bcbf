package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A form with its answers, as a doctor reads it.
 *
 * @param id          never null
 * @param status      COMPLETED or AMENDED, or STOPPED by an emergency
 * @param patientId   whose it is; null for a form stopped before its sender was known
 * @param startedAt   never null
 * @param completedAt null for a stopped form
 * @param answers     in the words the patient read, {@link Questionnaire#language} tells which; never null
 */
public record SentForm(UUID id, ResponseStatus status, UUID patientId, Instant startedAt, Instant completedAt, Answers answers) {
}
