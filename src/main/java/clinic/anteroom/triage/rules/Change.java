package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * Other answers that would change what the rules say.
 *
 * @param flips   answers to change, in the order of the questionnaire; never empty
 * @param urgency what the urgency would be then
 */
public record Change(List<Flip> flips, Urgency urgency) {
}
