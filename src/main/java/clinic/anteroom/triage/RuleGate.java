package clinic.anteroom.triage;

import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.RuleAnalysis;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetCheck;
import java.time.LocalDate;
import java.util.List;

/** Everything a machine can hold against a rule document. */
final class RuleGate {

    private static final long BUDGET = 100_000;

    private RuleGate() {
    }

    /** Runs checks and test cases; meaning is looked at only where the words have no fault. */
    static GateReport report(RuleSet ruleSet, Questionnaire questionnaire, List<String> cases, LocalDate asOf) {
        List<String> faults = RuleSetCheck.faults(ruleSet, questionnaire);
        if (!faults.isEmpty()) {
            return new GateReport(faults, List.of(), cases.size(), List.of());
        }
        return new GateReport(faults, RuleAnalysis.of(ruleSet, questionnaire, asOf, BUDGET), cases.size(),
                new RuleCases(ruleSet, questionnaire, cases).failures());
    }
}
