package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Source;
import java.util.List;

/**
 * Why: the rule in its exact version, its words, its sources, and the answers that made it true.
 *
 * @param ruleId        for example {@code TW-S01}
 * @param ruleVersion   version of that rule
 * @param ruleSet       {@code name|version} of the document it stands in
 * @param ruleSetSha256 hash of that document
 * @param sentence      what the rule says
 * @param doctorWords   the same for a doctor, answers filled in
 * @param sources       where it comes from, each with a grade
 * @param because       the answers that decided it
 * @param missing       words of the questions left out that leave it unknown; empty if it is true
 * @param certain       true if it is met; false if it could not be ruled out
 */
public record FlagReason(String ruleId, int ruleVersion, String ruleSet, String ruleSetSha256, String sentence,
        String doctorWords, List<Source> sources, List<DecidingAnswer> because, List<String> missing, boolean certain) {
}
