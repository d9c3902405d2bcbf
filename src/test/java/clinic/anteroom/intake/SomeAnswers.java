package clinic.anteroom.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Answers of somebody with twitching muscles, one after the other. */
final class SomeAnswers {

    static final Questionnaire TWITCHING = Questionnaire.parse(Questionnaires.text("muscle-twitching.v1.json"));

    private final Map<String, Answer> given = new LinkedHashMap<>();

    private SomeAnswers() {
    }

    static SomeAnswers with(String linkId, String... codes) {
        return new SomeAnswers().and(linkId, codes);
    }

    static SomeAnswers withAge(long years) {
        return new SomeAnswers().and("TW-Q02", Answer.Amount.of(years));
    }

    SomeAnswers and(String linkId, String... codes) {
        return and(linkId, Answer.Choice.of(codes));
    }

    SomeAnswers and(String linkId, Answer answer) {
        given.put(linkId, answer);
        return this;
    }

    Answers toTwitching(String... flaggedTests) {
        return Answers.of(TWITCHING, given, Set.of(flaggedTests));
    }
}
