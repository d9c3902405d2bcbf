package clinic.anteroom.triage;

import java.util.List;

/**
 * What to mind before a test.
 *
 * @param tests        the flagged tests it goes with; empty if it goes with the advice for home
 * @param hold         whether the flag waits for a safety answer
 * @param patientWords what the patient reads; empty if nothing
 * @param reason       the rule and the answers behind it
 */
public record CaseWarning(List<String> tests, boolean hold, String patientWords, FlagReason reason) {
}
