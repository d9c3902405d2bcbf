package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the rules can read: the answers of one patient and what follows from them on one day. */
final class Inputs {

    private final Answers answers;
    private final LocalDate asOf;
    private final Map<String, Phrases> words;
    private final Map<String, Given> given = new HashMap<>();

    Inputs(Answers answers, LocalDate asOf, Map<String, Phrases> words) {
        this.answers = answers;
        this.asOf = asOf;
        this.words = words;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** What is known about a question or a derived input. */
    Given given(String input) {
        Given known = given.get(input);
        if (known == null) {
            known = DerivedInput.of(input).map(this::derived).orElseGet(() -> answered(input));
            given.put(input, known);
        }
        return known;
    }

    /** Link ids whose missing answers leave this input unknown; the input itself if nothing else explains it. */
    List<String> missing(String input) {
        return DerivedInput.of(input)
                .map(derived -> derived.questions().isEmpty() ? texts().filter(this::isMissing).toList()
                        : derived.questions().stream().filter(this::isMissing).limit(1).toList())
                .orElseGet(() -> List.of(input));
    }

    private boolean isMissing(String linkId) {
        return answered(linkId) instanceof Given.Missing;
    }

    /** "I am not sure" without options to say so is as good as no answer. */
    private Given answered(String linkId) {
        Answer answer = answers.asMap().get(linkId);
        if (answer != null) {
            return answer instanceof Answer.Unsure ? Given.MISSING : new Given.Answered(answer);
        }
        return answers.stateOf(linkId) == AnswerState.NOT_ASKED ? Given.NOT_ASKED : Given.MISSING;
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
        List<Given> texts = texts().map(this::answered).toList();
        boolean found = texts.stream().filter(Given.Answered.class::isInstance).map(Given::words).anyMatch(words.get(list)::in);
        if (!found && texts.stream().anyMatch(Given.Missing.class::isInstance)) {
            return Given.MISSING;
        }
        return new Given.Answered(new Answer.YesNo(found));
    }

    private Stream<String> texts() {
        return answers.questionnaire().questions().stream().filter(question -> question.type() == QuestionType.TEXT)
                .map(Question::linkId);
    }
}
