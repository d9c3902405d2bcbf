package clinic.anteroom.care;

import clinic.anteroom.directory.PatientSummary;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.CaseTriage;
import java.util.List;

/**
 * One case on the doctor's table.
 *
 * @param summary its line in the list
 * @param patient who it is; null for a form stopped before its sender was known
 * @param answers everything that was answered
 * @param triage  what the rules said
 * @param orders  what was ordered so far
 */
public record OpenCase(CaseSummary summary, PatientSummary patient, Answers answers, CaseTriage triage, List<Order> orders) {
}
