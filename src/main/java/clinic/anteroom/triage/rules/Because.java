package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * One condition that decided a finding.
 *
 * @param input    link id, derived input, or {@link #RULES} for a question about other rules
 * @param operator as the document spells it
 * @param constant what the answer was compared with
 * @param answer   the recorded answer, option codes joined by commas; null if there is none
 * @param truth    what the condition came to
 * @param via      the innermost definition or the rule it stands in; empty if it stands in the rule itself
 */
public record Because(String input, String operator, String constant, String answer, Truth truth, String via) {

    /** Stands for a link id where a condition is about other rules. */
    public static final String RULES = "RULES";

    /** The link ids of the questions behind it; empty for other rules and for free text. */
    public List<String> questions() {
        return questionsOf(input);
    }

    /** The same for what a stored evaluation calls the input. */
    public static List<String> questionsOf(String input) {
        return input.equals(RULES) ? List.of() : DerivedInput.of(input).map(DerivedInput::questions).orElse(List.of(input));
    }
}
