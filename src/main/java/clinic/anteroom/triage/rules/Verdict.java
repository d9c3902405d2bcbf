package clinic.anteroom.triage.rules;

/**
 * What came of one rule that is not false, without its reasons.
 *
 * @param rule    rule id
 * @param level   its level
 * @param truth   TRUE or UNKNOWN
 * @param failure what went wrong while the rule was judged; null if nothing did
 */
public record Verdict(String rule, Level level, Truth truth, String failure) {
}
