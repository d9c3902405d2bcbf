package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that triage says about one form, for the doctor.
 *
 * @param responseId     the form
 * @param evaluationId   the stored evaluation shown here
 * @param patientId      whose it is; null for a form that was stopped before it was sent in
 * @param ruleSet        {@code name|version}; null if no rules could be used
 * @param ruleSetSha256  hash of that document
 * @param ruleSetStatus  whether a clinician signed it
 * @param urgency        how soon
 * @param dueAt          until when; null for care at home
 * @param evaluatedAt    when the form was sent in or stopped
 * @param byHand         whether rules failed and the form must be read by hand
 * @param urgencyReasons the rules that set the urgency
 * @param flags          tests proposed
 * @param suppressed     tests proposed and taken away again
 * @param specialties    who should see the patient, the best first
 * @param others         what is no test of ours: ECG, a nurse's call
 * @param warnings       what to mind before tests
 * @param notes          what else to know
 * @param openQuestions  questions left out, first the one that settles most rules
 * @param outcome        what the patient reads
 */
public record CaseTriage(UUID responseId, UUID evaluationId, UUID patientId, String ruleSet, String ruleSetSha256,
        String ruleSetStatus, Urgency urgency, Instant dueAt, Instant evaluatedAt, boolean byHand,
        List<FlagReason> urgencyReasons, List<FlaggedTest> flags, List<SuppressedTest> suppressed, List<String> specialties,
        List<String> others, List<CaseWarning> warnings, List<CaseNote> notes, List<OpenQuestion> openQuestions,
        PatientOutcome outcome) {
}
