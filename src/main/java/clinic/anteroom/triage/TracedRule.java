package clinic.anteroom.triage;

import java.util.List;

/**
 * A rule with every condition, each a line to read.
 *
 * @param ruleId      for example {@code TW-S01}
 * @param ruleVersion version of that rule
 * @param sentence    what it says
 * @param met         conditions that are true
 * @param notMet      conditions that are false
 * @param unknown     conditions that hang on a missing answer
 */
public record TracedRule(String ruleId, int ruleVersion, String sentence, List<String> met, List<String> notMet,
        List<String> unknown) {
}
