package clinic.anteroom.triage;

/**
 * An answer that decided a rule, as the patient saw it.
 *
 * @param linkId   the question's link id
 * @param question its words
 * @param answer   the words of the answer
 */
public record DecidingAnswer(String linkId, String question, String answer) {
}
