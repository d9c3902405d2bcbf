package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Basis;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import java.time.LocalDate;
import java.util.Set;

/** Evaluates without ever losing a form: rules that fail, or are not there, become "look at this by hand". */
final class SafeEvaluation {

    private SafeEvaluation() {
    }

    /**
     * @param ruleSet the rules in force; null if there are none
     * @param off     rules that are switched off
     */
    static Evaluation of(RuleSet ruleSet, Set<String> off, Answers answers, LocalDate asOf) {
        try {
            return Evaluator.evaluate(ruleSet.without(off), answers, asOf);
        } catch (RuntimeException e) {
            return Evaluation.byHand(basis(ruleSet, answers, asOf), e.getClass().getSimpleName());
        }
    }

    private static Basis basis(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        RuleSet.Heading heading = ruleSet == null ? null : ruleSet.heading();
        return new Basis(heading == null ? null : heading.canonical(), heading == null ? null : heading.sha256(),
                heading == null ? null : heading.status(), answers.questionnaire().canonical(), answers.sha256(), asOf,
                Evaluator.VERSION);
    }
}
