package clinic.anteroom.triage;

/**
 * A question left out that leaves rules unknown.
 *
 * @param linkId   its link id
 * @param question its words
 */
public record OpenQuestion(String linkId, String question) {
}
