package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Because;
import clinic.anteroom.triage.rules.Change;
import clinic.anteroom.triage.rules.Explanation;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleTrace;
import clinic.anteroom.triage.rules.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts an explanation into the words that the patient saw. */
final class CaseExplainer {

    private final RuleSet ruleSet;
    private final Explanation explanation;
    private final Wording wording;

    CaseExplainer(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        this.ruleSet = ruleSet;
        this.explanation = Explanation.of(ruleSet, answers, asOf);
        this.wording = new Wording(answers);
    }

    CaseExplanation explain(List<TestFlag> flags) {
        return new CaseExplanation(flags.stream().map(this::flag).toList(), words(explanation.toRaise()));
    }

    /** Each rule behind a flag with all its conditions; nothing is searched. */
    Map<String, TracedRule> traces(List<TestFlag> flags) {
        return flags.stream().flatMap(flag -> flag.rules().stream()).distinct().map(explanation::trace).map(this::rule)
                .collect(Collectors.toMap(TracedRule::ruleId, traced -> traced));
    }

    private FlagExplanation flag(TestFlag flag) {
        return new FlagExplanation(flag.id(), flag.rules().stream().map(explanation::trace).map(this::rule).toList(),
                words(explanation.toRemove(flag.test(), flag.bodyPart())));
    }

    private TracedRule rule(RuleTrace trace) {
        return new TracedRule(trace.rule(), trace.version(), ruleSet.get(trace.rule()).sentence(), lines(trace.met()),
                lines(trace.notMet()), lines(trace.unknown()));
    }

    private List<String> lines(List<Because> conditions) {
        return conditions.stream().map(wording::condition).distinct().toList();
    }

    private List<OtherAnswer> words(List<Change> changes) {
        return changes.stream().map(change -> new OtherAnswer(change.flips().stream().map(flip -> new OtherAnswer.Changed(
                flip.linkId(), wording.question(flip.linkId()), wording.words(flip.linkId(), flip.from()),
                wording.words(flip.linkId(), flip.to()))).toList(), change.urgency())).toList();
    }
}
