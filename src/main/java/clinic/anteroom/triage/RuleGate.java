package clinic.anteroom.triage;

import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Remark;
import clinic.anteroom.triage.rules.RuleAnalysis;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything a machine can hold against a rule document. */
final class RuleGate {

    private static final long BUDGET = 100_000;

    private RuleGate() {
    }

    /**
     * Runs checks and test cases; meaning is looked at only where the words have no fault.
     *
     * @param before the version that was in force before; null if there is none
     */
    static GateReport report(RuleSet ruleSet, RuleSet before, Questionnaire questionnaire, List<String> cases, LocalDate asOf) {
        List<String> faults = RuleSetCheck.faults(ruleSet, questionnaire);
        if (!faults.isEmpty()) {
            return new GateReport(faults, List.of(), cases.size(), List.of());
        }
        RuleCases tried = new RuleCases(ruleSet, questionnaire, cases);
        List<Remark> remarks = new ArrayList<>(RuleAnalysis.of(ruleSet, questionnaire, asOf, BUDGET));
        remarks.addAll(CaseStrength.remarks(ruleSet, before, questionnaire, tried, asOf));
        remarks.sort(Comparator.comparing(Remark::severity));
        return new GateReport(faults, remarks, cases.size(), tried.failures());
    }
}
