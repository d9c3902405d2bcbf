package clinic.anteroom.triage.rules;

import clinic.anteroom.shared.Sha256;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a rule set says about one set of answers on one day. What is to be done is there at once; the reasons are written out
 * when somebody asks for them, always the same, and kept.
 */
public final class Evaluation {

    /** Stands where a rule id would: nobody could judge the form, somebody has to look at it. */
    public static final String BY_HAND = "BY_HAND";

    private final Outcome outcome;
    private final List<Verdict> verdicts;
    // Null for an evaluation that was read back: then the rest is there.
    private final Trace trace;
    // Written out when first asked for. Two threads may both do it; they write the same.
    private Basis basis;
    private List<Finding> findings;
    private List<String> questionsToAsk;

    /** Straight from the rules. */
    Evaluation(Outcome outcome, Trace trace) {
        this.outcome = outcome;
        this.verdicts = trace.verdicts();
        this.trace = trace;
    }

    /** As it was written down. */
    Evaluation(Outcome outcome, Basis basis, List<Finding> findings, List<String> questionsToAsk) {
        this.outcome = outcome;
        this.basis = basis;
        this.findings = List.copyOf(findings);
        this.questionsToAsk = List.copyOf(questionsToAsk);
        this.verdicts = findings.stream().map(Finding::verdict).toList();
        this.trace = null;
    }

    /**
     * What is said about a form that could not be evaluated at all: urgent, to be looked at by hand.
     *
     * @param basis   what is known of it; names of the rule set may be null
     * @param failure what went wrong, in one word
     */
    public static Evaluation byHand(Basis basis, String failure) {
        Finding finding = new Finding(BY_HAND, 0, Level.M, Truth.UNKNOWN, List.of(), List.of(), failure);
        Outcome outcome = new Outcome(Urgency.URGENT, List.of(BY_HAND), List.of(), List.of(), List.of("FAMILY_DOCTOR"), List.of(),
                List.of(), List.of());
        return new Evaluation(outcome, basis, List.of(finding), List.of());
    }

    /** What it rests on. */
    public Basis basis() {
        Basis known = basis;
        if (known == null) {
            known = trace.basis();
            basis = known;
        }
        return known;
    }

    /** The most urgent of all rules that are true or could not be ruled out. */
    public Urgency urgency() {
        return outcome.urgency();
    }

    /** The rules that set the urgency; empty if no rule decided and the visit is routine for that reason. */
    public List<String> urgencyRules() {
        return outcome.urgencyRules();
    }

    /** Days until it is due; empty for care at home. */
    public OptionalInt dueDays() {
        return outcome.urgency().dueDays();
    }

    /** Tests proposed, the most urgent first. */
    public List<Flag> flags() {
        return outcome.flags();
    }

    /** Tests that were proposed and taken away again. */
    public List<Suppressed> suppressed() {
        return outcome.suppressed();
    }

    /** Who should see the patient, the most urgent rule's choice first. */
    public List<String> specialties() {
        return outcome.specialties();
    }

    /** What is no test of ours: ECG, a nurse's call. */
    public List<String> others() {
        return outcome.others();
    }

    /** What to mind before a test. */
    public List<Warning> warnings() {
        return outcome.warnings();
    }

    /** What the doctor should know. */
    public List<Note> notes() {
        return outcome.notes();
    }

    /** Every rule that is true, unknown or broken, by level, without its reasons. */
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /** Every rule that is true, unknown or broken, by level, with the conditions and answers that made it so. */
    public List<Finding> findings() {
        List<Finding> known = findings;
        if (known == null) {
            known = trace.findings();
            findings = known;
        }
        return known;
    }

    /** Link ids left out, first the one that settles most rules. */
    public List<String> questionsToAsk() {
        List<String> known = questionsToAsk;
        if (known == null) {
            known = trace.questionsToAsk(findings());
            questionsToAsk = known;
        }
        return known;
    }

    /** Ids of the emergency rules that are true; the form stops if there is one. */
    public List<String> emergencies() {
        return verdicts.stream().filter(verdict -> verdict.level() == Level.E && verdict.truth() == Truth.TRUE)
                .map(Verdict::rule).toList();
    }

    /** Whether a rule is true. */
    public boolean fired(String rule) {
        return verdicts.stream().anyMatch(verdict -> verdict.rule().equals(rule) && verdict.truth() == Truth.TRUE);
    }

    /** Whether a rule could not be judged, so that somebody has to look at the form by hand. */
    public boolean byHand() {
        return verdicts.stream().anyMatch(verdict -> verdict.failure() != null);
    }

    /** Whether another evaluation says the same is to be done, for the same rules. */
    public boolean decidesLike(Evaluation other) {
        return outcome.equals(other.outcome) && verdicts.equals(other.verdicts);
    }

    /** The whole evaluation as one text: fixed order of keys, no spaces, the same bytes for the same basis. */
    public String canonicalJson() {
        return EvaluationJson.write(this);
    }

    /** Hash of {@link #canonicalJson()}. */
    public String sha256() {
        return Sha256.of(canonicalJson());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evaluation that && outcome.equals(that.outcome) && basis().equals(that.basis())
                && findings().equals(that.findings()) && questionsToAsk().equals(that.questionsToAsk());
    }

    @Override
    public int hashCode() {
        return outcome.hashCode();
    }

    /** Names what it rests on and the urgency only: answers are nobody's business in a log. */
    @Override
    public String toString() {
        return outcome.urgency() + " by " + basis().ruleSet();
    }
}
