package clinic.anteroom.triage.rules;

/**
 * A rule set with one thing wrong in it, to see whether the test cases notice.
 *
 * @param place   the rule or definition that was changed
 * @param level   the most urgent level that the change can reach
 * @param what    what was changed, in words
 * @param ruleSet the changed rules
 */
public record Mutant(String place, Level level, String what, RuleSet ruleSet) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
