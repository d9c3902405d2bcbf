package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules can read: the answers of one patient and what follows from them on one day. */
final class Inputs {

    private final Answers answers;
    private final Set<String> flaggedTests;
    private final LocalDate asOf;
    private final Map<String, Phrases> words;
    private final Given[] derived = new Given[DerivedInput.values().length];

    /** Everything that was given, as it stands. */
    Inputs(Answers answers, LocalDate asOf, Map<String, Phrases> words) {
        this(answers, answers.flaggedTests(), asOf, words);
    }

    /** Everything that was given, were these tests flagged and no others. */
    Inputs(Answers answers, Set<String> flaggedTests, LocalDate asOf, Map<String, Phrases> words) {
        this.answers = answers;
        this.flaggedTests = flaggedTests;
        this.asOf = asOf;
        this.words = words;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** What is known about a question or a derived input. */
    Given given(String input) {
        DerivedInput known = DerivedInput.of(input).orElse(null);
        return known == null ? answered(input) : given(known);
    }

    /** What follows from the answers, found out once. */
    Given given(DerivedInput input) {
        Given known = derived[input.ordinal()];
        if (known == null) {
            known = derived(input);
            derived[input.ordinal()] = known;
        }
        return known;
    }

    /** Link ids whose missing answers leave this input unknown; the input itself if nothing else explains it. */
    List<String> missing(String input) {
        return DerivedInput.of(input)
                .map(known -> known.questions().isEmpty() ? texts().filter(this::isMissing).toList()
                        : known.questions().stream().filter(this::isMissing).limit(1).toList())
                .orElseGet(() -> List.of(input));
    }

    private boolean isMissing(String linkId) {
        return answered(linkId) instanceof Given.Missing;
    }

    /** "I am not sure" without options to say so is as good as no answer. */
    private Given answered(String linkId) {
        int place = answers.questionnaire().placeOf(linkId);
        AnswerState state = place < 0 ? answers.stateOf(linkId) : answers.stateAt(place, flaggedTests);
        if (state != AnswerState.ANSWERED) {
            return state == AnswerState.NOT_ASKED ? Given.NOT_ASKED : Given.MISSING;
        }
        Answer answer = answers.answerAt(place);
        return answer instanceof Answer.Unsure ? Given.MISSING : new Given.Answered(answer);
    }

    private Given derived(DerivedInput input) {
        return switch (input) {
            case DURATION_DAYS -> duration();
            case AGE -> answered("TW-Q02");
            case BMI -> bodyMassIndex();
            case MENTIONS_EMERGENCY, MENTIONS_MND -> mentions(input.name());
        };
    }

    private Given duration() {
        if (answered("TW-Q08.DATE") instanceof Given.Answered given && given.answer() instanceof Answer.Day day) {
            return Duration.since(day.date(), asOf);
        }
        return answered("TW-Q08") instanceof Given.Answered given && given.answer() instanceof Answer.Choice band
                ? Duration.of(band.codes().get(0)) : Given.MISSING;
    }

    private Given bodyMassIndex() {
        if (answered("TW-Q40.HEIGHT_CM") instanceof Given.Answered height && height.answer() instanceof Answer.Amount cm
                && answered("TW-Q40.WEIGHT_KG") instanceof Given.Answered weight
                && weight.answer() instanceof Answer.Amount kg) {
            BigDecimal metres = cm.value().movePointLeft(2);
            return new Given.Answered(new Answer.Amount(
                    kg.value().divide(metres.multiply(metres), 1, RoundingMode.HALF_UP)));
        }
        return Given.MISSING;
    }

    /** A text still to come could hold the words, so "no" is known only when all texts are there. */
    private Given mentions(String list) {
        Phrases phrases = words.get(list);
        boolean missing = false;
        for (Question text : answers.questionnaire().texts()) {
            Given given = answered(text.linkId());
            if (given instanceof Given.Answered && phrases.in(given.words())) {
                return new Given.Answered(new Answer.YesNo(true));
            }
            missing |= given instanceof Given.Missing;
        }
        return missing ? Given.MISSING : new Given.Answered(new Answer.YesNo(false));
    }

    private Stream<String> texts() {
        return answers.questionnaire().texts().stream().map(Question::linkId);
    }
}
