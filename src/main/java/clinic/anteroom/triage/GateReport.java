package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Remark;
import java.util.List;

/**
 * What stands between a rule document and its activation.
 *
 * @param faults      what is wrong with its words
 * @param remarks     what the checks say about its meaning, errors first
 * @param cases       how many test cases it has
 * @param failedCases test cases that fail, each with what was expected and what came
 */
public record GateReport(List<String> faults, List<Remark> remarks, int cases, List<String> failedCases) {

    /** Whether it may pass: no fault, no error, and test cases that all hold. */
    public boolean isOpen() {
        return faults.isEmpty() && errors() == 0 && cases > 0 && failedCases.isEmpty();
    }

    /** Remarks that are errors. */
    public long errors() {
        return count(Remark.Severity.ERROR);
    }

    /** Remarks that are warnings. */
    public long warnings() {
        return count(Remark.Severity.WARNING);
    }

    private long count(Remark.Severity severity) {
        return remarks.stream().filter(remark -> remark.severity() == severity).count();
    }
}
