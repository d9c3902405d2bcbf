package clinic.anteroom.intake;

/**
 * A question that makes a test safe, and what the form says.
 *
 * @param question in the patient's words; never null
 * @param answer   null if it was left out, which is not a no
 */
public record SafetyAnswer(String question, String answer) {

    /** Tells nothing: answers are nobody's business in a log. */
    @Override
    public String toString() {
        return "safety answer";
    }
}
