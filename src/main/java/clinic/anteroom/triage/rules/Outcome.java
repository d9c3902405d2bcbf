package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * What is to be done about a form.
 *
 * @param urgency      the most urgent of all rules that are true or could not be ruled out
 * @param urgencyRules the rules that set it; empty if no rule decided and the visit is routine for that reason
 * @param flags        tests proposed, the most urgent first
 * @param suppressed   tests that were proposed and taken away again
 * @param specialties  who should see the patient, the most urgent rule's choice first
 * @param others       what is no test of ours: ECG, a nurse's call
 * @param warnings     what to mind before a test
 * @param notes        what the doctor should know
 */
record Outcome(Urgency urgency, List<String> urgencyRules, List<Flag> flags, List<Suppressed> suppressed,
        List<String> specialties, List<String> others, List<Warning> warnings, List<Note> notes) {
}
