package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Urgency;
import java.util.List;
import java.util.UUID;

/**
 * What a candidate would have said about one past form, beside what was said.
 *
 * @param responseId the form
 * @param was        its urgency
 * @param would      the urgency the candidate gives it
 * @param gained     flags it would gain: test, part and strength with a space between
 * @param lost       flags it would lose
 * @param lostAlarms rules of levels E and U that were true and no longer are: each has to be looked at
 */
public record ShadowRow(UUID responseId, Urgency was, Urgency would, List<String> gained, List<String> lost, List<String> lostAlarms) {

    static ShadowRow of(UUID responseId, Evaluation was, Evaluation would) {
        List<String> before = RuleCase.flags(was);
        List<String> after = RuleCase.flags(would);
        return new ShadowRow(responseId, was.urgency(), would.urgency(), without(after, before), without(before, after),
                without(alarms(was), alarms(would)));
    }

    /** Whether anything is different. */
    public boolean isChanged() {
        return was != would || !gained.isEmpty() || !lost.isEmpty() || !lostAlarms.isEmpty();
    }

    private static List<String> alarms(Evaluation evaluation) {
        return evaluation.findings().stream().filter(finding -> finding.truth() == Truth.TRUE)
                .filter(finding -> finding.level().compareTo(Level.U) <= 0).map(finding -> finding.rule()).toList();
    }

    private static List<String> without(List<String> all, List<String> taken) {
        return all.stream().filter(one -> !taken.contains(one)).toList();
    }
}
