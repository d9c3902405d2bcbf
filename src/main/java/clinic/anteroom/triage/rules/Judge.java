package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What one form makes of compiled rules: the truth of each condition, definition and rule, each found out once and kept. */
final class Judge {

    private static final Truth[] TRUTHS = Truth.values();

    private final Answers answers;
    private final LocalDate asOf;
    private final CompiledRules rules;
    private final Set<String> flaggedBefore;
    private Set<String> flaggedNow = Set.of();
    // Truths by slot: 0 while nobody asked, else one more than the ordinal.
    private final byte[] known;
    private final byte[] ofRules;
    private final long[] picked;
    private Inputs before;
    private Inputs now;

    /**
     * @param flaggedBefore the tests that count as flagged for what is read before this evaluation flags any
     */
    Judge(CompiledRules rules, Answers answers, LocalDate asOf, Set<String> flaggedBefore) {
        this.rules = rules;
        this.answers = answers;
        this.asOf = asOf;
        this.flaggedBefore = flaggedBefore;
        this.known = new byte[rules.slots()];
        this.ofRules = new byte[rules.count()];
        this.picked = new long[rules.words()];
    }

    /** From here on the questions that make these tests safe count as put. To be called once, before anybody reads them. */
    void flag(Set<String> tests) {
        flaggedNow = tests;
    }

    Answers answers() {
        return answers;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** The tests that this evaluation flagged. */
    Set<String> flaggedNow() {
        return flaggedNow;
    }

    /** What was found out before; null if nobody asked. */
    Truth known(int slot) {
        return known[slot] == 0 ? null : TRUTHS[known[slot] - 1];
    }

    /** Keeps what was found out. */
    Truth learn(int slot, Truth truth) {
        known[slot] = (byte) (truth.ordinal() + 1);
        return truth;
    }

    /** What an earlier rule came to; null before it is judged. */
    Truth ofRule(int rule) {
        return ofRules[rule] == 0 ? null : TRUTHS[ofRules[rule] - 1];
    }

    /** Keeps what a rule came to. */
    void learnRule(int rule, Truth truth) {
        ofRules[rule] = (byte) (truth.ordinal() + 1);
    }

    /** The answer to a question; null if there is none or it is "I am not sure" without options to say so. */
    Answer answerTo(Input question) {
        if (question.place() < 0) {
            throw new IllegalArgumentException("There is no question " + question.name() + " among those answered.\n"
                    + "Maybe it belongs to another version of the questionnaire.");
        }
        Answer answer = answers.answerAt(question.place());
        return answer != null && !(answer instanceof Answer.Unsure) && state(question) == AnswerState.ANSWERED ? answer : null;
    }

    private AnswerState state(Input question) {
        return answers.stateAt(question.place(), question.afterFlags() ? flaggedNow : flaggedBefore);
    }

    /** What was picked so far, with the options in {@code answer}. */
    long[] picked(Input question, Answer answer) {
        question.bits().write((Answer.Choice) answer, picked);
        return picked;
    }

    /** What is known about an input. */
    Given given(Input input) {
        if (input.derived() != null) {
            return inputs(input).given(input.derived());
        }
        Answer answer = answerTo(input);
        return answer != null ? new Given.Answered(answer)
                : state(input) == AnswerState.NOT_ASKED ? Given.NOT_ASKED : Given.MISSING;
    }

    /** Link ids whose missing answers leave this input unknown. */
    List<String> missing(Input input) {
        return inputs(input).missing(input.name());
    }

    private Inputs inputs(Input input) {
        if (input.afterFlags()) {
            now = now != null ? now : new Inputs(answers, flaggedNow, asOf, rules.ruleSet().words());
            return now;
        }
        before = before != null ? before : new Inputs(answers, flaggedBefore, asOf, rules.ruleSet().words());
        return before;
    }
}
