package clinic.anteroom.intake;

import clinic.anteroom.shared.Sha256;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A questionnaire and what was answered to it. Immutable, and always consistent: every answer fits its question, and no
 * question that is not asked has one.
 */
public final class Answers {

    private final Questionnaire questionnaire;
    private final Set<String> flaggedTests;
    private final AnswerState[] states;
    private final Answer[] byPlace;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private String canonicalJson;
    private String sha256;

    private Answers(Questionnaire questionnaire, Answer[] fitting, Set<String> flaggedTests) {
        this.questionnaire = questionnaire;
        this.flaggedTests = Set.copyOf(flaggedTests);
        this.states = new AnswerState[fitting.length];
        this.byPlace = new Answer[fitting.length];
        Enablement enablement = new Enablement(questionnaire, fitting, this.flaggedTests);
        for (int place = 0; place < fitting.length; place++) {
            states[place] = enablement.stateOf(place);
            if (states[place] == AnswerState.ANSWERED) {
                byPlace[place] = fitting[place];
                answers.put(questionnaire.questions().get(place).linkId(), fitting[place]);
            }
        }
    }

    /** Answers while no test is flagged: questions that make a test safe are not asked. */
    public static Answers of(Questionnaire questionnaire, Map<String, Answer> given) {
        return of(questionnaire, given, Set.of());
    }

    /**
     * Keeps what was answered and drops answers to questions that are not asked, or not yet known to be asked, with all
     * that hangs on them.
     *
     * @param questionnaire what was asked; never null
     * @param given         answers by link id; options in any order
     * @param flaggedTests  codes of the tests flagged so far ({@code MRI}): only questions that make one of these safe
     *                      are asked, and left out they are SKIPPED, never "no"
     * @throws IllegalArgumentException if there is no such question
     * @throws AnswersRefused           if an answer does not fit its question
     */
    public static Answers of(Questionnaire questionnaire, Map<String, Answer> given, Set<String> flaggedTests) {
        return new Answers(questionnaire, AnswerCheck.fitting(questionnaire, given), flaggedTests);
    }

    /** Reads {@link #canonicalJson()} of answers while no test is flagged. */
    public static Answers parse(Questionnaire questionnaire, String canonicalJson) {
        return parse(questionnaire, canonicalJson, Set.of());
    }

    /**
     * Reads {@link #canonicalJson()}.
     *
     * @throws IllegalArgumentException if it is no such text or does not belong to this questionnaire
     */
    public static Answers parse(Questionnaire questionnaire, String canonicalJson, Set<String> flaggedTests) {
        return of(questionnaire, AnswersJson.read(questionnaire, canonicalJson), flaggedTests);
    }

    /** The same answers to the same questions in other words. */
    public Answers in(Questionnaire sameInOtherWords) {
        return new Answers(sameInOtherWords, byPlace, flaggedTests);
    }

    /** The same answers once these tests, and only these, are flagged. */
    public Answers whenFlagged(Set<String> tests) {
        return new Answers(questionnaire, byPlace, tests);
    }

    /** What was asked; never null. */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** Codes of the tests flagged so far; never null. */
    public Set<String> flaggedTests() {
        return flaggedTests;
    }

    /** The answer to this question, if there is one. An unknown link id is an IllegalArgumentException. */
    public Optional<Answer> to(String linkId) {
        return Optional.ofNullable(byPlace[placeOf(linkId)]);
    }

    /** The answer to this question as a person reads it, if there is one. */
    public Optional<String> wordsOf(String linkId) {
        return to(linkId).map(answer -> AnswerWords.of(questionnaire.get(linkId), answer, questionnaire.language()));
    }

    /** Who answered in the patient's place, in the words of the form; empty if the patient did, or nobody said. */
    public Optional<String> proxy() {
        return KnownAnswers.proxy(this);
    }

    /** What is known about the answer to this question. An unknown link id is an IllegalArgumentException. */
    public AnswerState stateOf(String linkId) {
        return states[placeOf(linkId)];
    }

    /** The answer to the question at this place of {@link Questionnaire#questions()}; null if there is none. */
    public Answer answerAt(int place) {
        return byPlace[place];
    }

    /**
     * What would be known about the answer to the question at this place, were these tests flagged and no others: as
     * {@link #whenFlagged} then {@link #stateOf}, for who needs it for a few questions only.
     */
    public AnswerState stateAt(int place, Set<String> tests) {
        return !questionnaire.hangsOnTests(place) || tests.equals(flaggedTests) ? states[place]
                : new Enablement(questionnaire, byPlace, tests).stateOf(place);
    }

    private int placeOf(String linkId) {
        int place = questionnaire.placeOf(linkId);
        if (place < 0) {
            throw questionnaire.noSuchQuestion(linkId);
        }
        return place;
    }

    /** Whether this question is to be shown: it is asked, answered or not. */
    public boolean asks(String linkId) {
        AnswerState state = stateOf(linkId);
        return state == AnswerState.ANSWERED || state == AnswerState.SKIPPED;
    }

    /** The questions of this page that are to be shown, in order; empty if the page is passed over. */
    public List<Question> asked(Page page) {
        return page.questions().stream().filter(question -> asks(question.linkId())).toList();
    }

    /** All answers by link id, in the order of the questionnaire. Cannot be changed. */
    public Map<String, Answer> asMap() {
        return Collections.unmodifiableMap(answers);
    }

    /**
     * The answers as one compact text, the same for the same answers: keys in the order of the questionnaire, no spaces,
     * questions without an answer left out. {@code {"TW-Q02":58,"TW-Q05":["SHOULDER"],"TW-Q18":"YES_CANT_DO"}}.
     */
    public String canonicalJson() {
        // Written when first asked for. Two threads may both write it; they write the same.
        String json = canonicalJson;
        if (json == null) {
            json = AnswersJson.write(this);
            canonicalJson = json;
        }
        return json;
    }

    /** Hash of {@link #canonicalJson()}: 64 hex digits. */
    public String sha256() {
        String hash = sha256;
        if (hash == null) {
            hash = Sha256.of(canonicalJson());
            sha256 = hash;
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers that && questionnaire.canonical().equals(that.questionnaire.canonical())
                && flaggedTests.equals(that.flaggedTests) && answers.equals(that.answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    /** Names the questionnaire only: answers are nobody's business in a log. */
    @Override
    public String toString() {
        return "answers to " + questionnaire;
    }
}
