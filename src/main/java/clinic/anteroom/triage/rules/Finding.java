package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * A rule that is true, unknown, or broken, with what made it so.
 *
 * @param rule        rule id
 * @param ruleVersion version of that rule
 * @param level       its level
 * @param truth       TRUE or UNKNOWN
 * @param because     the conditions that decided
 * @param missing     link ids without an answer that leave it unknown
 * @param failure     what went wrong while the rule was judged: "look at this by hand"; null if nothing did
 */
public record Finding(String rule, int ruleVersion, Level level, Truth truth, List<Because> because, List<String> missing,
        String failure) {

    /** The same without its reasons. */
    Verdict verdict() {
        return new Verdict(rule, level, truth, failure);
    }

    /** Whether the rule could not be judged and somebody has to look at the form by hand. */
    public boolean byHand() {
        return failure != null;
    }
}
