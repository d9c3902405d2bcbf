package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import java.util.List;

/** What lies behind one evaluation, kept small: its reasons are written out only for who asks. */
final class Trace {

    private final CompiledRules rules;
    private final Judge judge;
    private final List<Verdict> verdicts;

    Trace(CompiledRules rules, Judge judge, List<Verdict> verdicts) {
        this.rules = rules;
        this.judge = judge;
        this.verdicts = verdicts;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    CompiledRules rules() {
        return rules;
    }

    Judge judge() {
        return judge;
    }

    Basis basis() {
        RuleSet.Heading heading = rules.ruleSet().heading();
        Answers answers = judge.answers();
        return new Basis(heading.canonical(), heading.sha256(), heading.status(), answers.questionnaire().canonical(),
                answers.sha256(), judge.asOf(), Evaluator.VERSION);
    }

    /** Every verdict with the conditions and answers that made it so. */
    List<Finding> findings() {
        return verdicts.stream().map(this::finding).toList();
    }

    private Finding finding(Verdict verdict) {
        CompiledRule rule = rules.get(verdict.rule());
        Reasons reasons = new Reasons(judge);
        if (verdict.failure() == null) {
            reasons.collect(rule.when(), verdict.truth(), "");
        }
        return new Finding(verdict.rule(), rule.rule().version(), verdict.level(), verdict.truth(), reasons.because(),
                reasons.missing(), verdict.failure());
    }

    /** Link ids left out that leave rules unknown whose unknown somebody minds, first the one that settles most rules. */
    List<String> questionsToAsk(List<Finding> findings) {
        OpenQuestions open = new OpenQuestions();
        findings.stream().filter(finding -> finding.truth() == Truth.UNKNOWN && !finding.byHand())
                .filter(finding -> rules.get(finding.rule()).rule().onUnknown().policy() != OnUnknown.Policy.IGNORE)
                .forEach(open::add);
        return open.inOrder(judge.answers(), judge.flaggedNow());
    }
}
