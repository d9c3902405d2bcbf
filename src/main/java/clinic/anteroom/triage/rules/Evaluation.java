package clinic.anteroom.triage.rules;

import clinic.anteroom.shared.Sha256;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a rule set says about one set of answers on one day.
 *
 * @param basis          what it rests on
 * @param urgency        the most urgent of all rules that are true or could not be ruled out
 * @param urgencyRules   the rules that set it; empty if no rule decided and the visit is routine for that reason
 * @param flags          tests proposed, the most urgent first
 * @param suppressed     tests that were proposed and taken away again
 * @param specialties    who should see the patient, the most urgent rule's choice first
 * @param others         what is no test of ours: ECG, a nurse's call
 * @param warnings       what to mind before a test
 * @param notes          what the doctor should know
 * @param findings       every rule that is true, unknown or broken, by level
 * @param questionsToAsk link ids left out, first the one that settles most rules
 */
public record Evaluation(Basis basis, Urgency urgency, List<String> urgencyRules, List<Flag> flags,
        List<Suppressed> suppressed, List<String> specialties, List<String> others, List<Warning> warnings,
        List<Note> notes, List<Finding> findings, List<String> questionsToAsk) {

    /** Stands where a rule id would: nobody could judge the form, somebody has to look at it. */
    public static final String BY_HAND = "BY_HAND";

    /**
     * What is said about a form that could not be evaluated at all: urgent, to be looked at by hand.
     *
     * @param basis   what is known of it; names of the rule set may be null
     * @param failure what went wrong, in one word
     */
    public static Evaluation byHand(Basis basis, String failure) {
        Finding finding = new Finding(BY_HAND, 0, Level.M, Truth.UNKNOWN, List.of(), List.of(), failure);
        return new Evaluation(basis, Urgency.URGENT, List.of(BY_HAND), List.of(), List.of(), List.of("FAMILY_DOCTOR"), List.of(),
                List.of(), List.of(), List.of(finding), List.of());
    }

    /** Days until it is due; empty for care at home. */
    public OptionalInt dueDays() {
        return urgency.dueDays();
    }

    /** Ids of the emergency rules that are true; the form stops if there is one. */
    public List<String> emergencies() {
        return findings.stream().filter(finding -> finding.level() == Level.E && finding.truth() == Truth.TRUE)
                .map(Finding::rule).toList();
    }

    /** Whether a rule is true. */
    public boolean fired(String rule) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(rule) && finding.truth() == Truth.TRUE);
    }

    /** Whether a rule could not be judged, so that somebody has to look at the form by hand. */
    public boolean byHand() {
        return findings.stream().anyMatch(Finding::byHand);
    }

    /** The whole evaluation as one text: fixed order of keys, no spaces, the same bytes for the same basis. */
    public String canonicalJson() {
        return EvaluationJson.write(this);
    }

    /** Hash of {@link #canonicalJson()}. */
    public String sha256() {
        return Sha256.of(canonicalJson());
    }
}
