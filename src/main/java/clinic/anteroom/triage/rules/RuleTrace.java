package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * Every condition of one rule and what it came to.
 *
 * @param rule    rule id
 * @param version its version
 * @param truth   what the rule came to
 * @param met     conditions that are true, in the order of the document
 * @param notMet  conditions that are false
 * @param unknown conditions that hang on a missing answer
 */
public record RuleTrace(String rule, int version, Truth truth, List<Because> met, List<Because> notMet, List<Because> unknown) {
}
