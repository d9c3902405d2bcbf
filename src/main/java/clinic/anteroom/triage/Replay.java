package clinic.anteroom.triage;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.EvaluationReader;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs stored evaluations again on what they rest on. */
final class Replay {

    private final Function<String, RuleSet> ruleSets;
    private final Questionnaires questionnaires;

    /** @param ruleSets finds a rule set by its hash */
    Replay(Function<String, RuleSet> ruleSets, Questionnaires questionnaires) {
        this.ruleSets = ruleSets;
        this.questionnaires = questionnaires;
    }

    /** Whether the same bytes come out. A form that had no rules, or that broke them, has nothing to run again. */
    boolean isTheSame(EvaluationRecord stored) {
        if (stored.ruleSetSha256() == null) {
            return true;
        }
        try {
            return EvaluationReader.read(stored.outcome()).byHand()
                    || run(ruleSets.apply(stored.ruleSetSha256()).without(stored.rulesOff()), stored).canonicalJson().equals(stored.outcome());
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Begins to collect what a candidate would have said. */
    Shadow shadow(RuleSet candidate) {
        return new Shadow(candidate);
    }

    /** What a candidate would have said about the forms shown so far; of a form that would stay as it is only the number is kept. */
    final class Shadow {

        private final RuleSet candidate;
        private final List<ShadowRow> changed = new ArrayList<>();
        private int forms;
        private int broken;

        private Shadow(RuleSet candidate) {
            this.candidate = candidate;
        }

        /** One more form; one that does not come out as it was stored counts as broken. */
        void add(EvaluationRecord stored) {
            forms++;
            try {
                ShadowRow row = ShadowRow.of(stored.responseId(), EvaluationReader.read(stored.outcome()), run(candidate, stored));
                broken += isTheSame(stored) ? 0 : 1;
                if (row.isChanged()) {
                    changed.add(row);
                }
            } catch (RuntimeException e) {
                broken++;
            }
        }

        ShadowReport report() {
            return new ShadowReport(candidate.canonical(), forms, broken, changed);
        }
    }

    private Evaluation run(RuleSet ruleSet, EvaluationRecord stored) {
        Answers answers = Answers.parse(questionnaires.get(stored.questionnaire()), stored.answers(), TestType.codes());
        return Evaluator.evaluate(ruleSet, answers, stored.asOf());
    }
}
