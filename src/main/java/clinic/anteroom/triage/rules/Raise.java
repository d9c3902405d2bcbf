package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * What a rule does when it is true.
 *
 * @param urgency     null if it says nothing about urgency
 * @param proposals   tests it proposes
 * @param specialties who should see the patient, the best first
 * @param others      what is no test of ours: ECG, a nurse's call
 * @param suppressed  tests it takes away
 */
public record Raise(Urgency urgency, List<Proposal> proposals, List<String> specialties, List<String> others,
        List<String> suppressed) {
}
