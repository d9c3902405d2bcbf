package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;

/**
 * One answer changed.
 *
 * @param linkId which question; never null
 * @param from   what was answered; null if nothing was
 * @param to     what would be answered; never null
 */
public record Flip(String linkId, Answer from, Answer to) {
}
