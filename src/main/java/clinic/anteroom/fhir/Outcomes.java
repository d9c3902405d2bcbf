package clinic.anteroom.fhir;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What FHIR answers when something is wrong, or worth saying. */
final class Outcomes {

    private Outcomes() {
    }

    static OperationOutcome error(IssueType type, String words) {
        return of(IssueSeverity.ERROR, type, words);
    }

    static OperationOutcome warning(IssueType type, String words) {
        return of(IssueSeverity.WARNING, type, words);
    }

    private static OperationOutcome of(IssueSeverity severity, IssueType type, String words) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(words);
        return outcome;
    }
}
