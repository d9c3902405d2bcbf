package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Urgency;
import java.time.Instant;
import java.util.List;

/**
 * What happens next, for the patient. It names no disease as a result and no test.
 *
 * @param urgency   how soon
 * @param dueAt     until when; null for care at home
 * @param words     why and what to do, the most urgent first
 * @param reminders what to mind before tests or at home
 * @param checkIns  when we ask how it goes, in order; empty if we do not
 * @param callOffered whether questions of safety are open, so that a call is offered
 * @param byHand    whether a person looks at the form because the rules could not
 */
public record PatientOutcome(Urgency urgency, Instant dueAt, List<String> words, List<String> reminders, List<Instant> checkIns, boolean callOffered, boolean byHand) {
}
