package clinic.anteroom.intake;

import java.util.UUID;

/**
 * A page was saved, in this transaction.
 *
 * @param responseId the form; never null
 * @param answers    all its answers after the change; never null
 */
public record AnswersChanged(UUID responseId, Answers answers) {
}
