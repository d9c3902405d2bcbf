package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.QuestionType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What rules may read besides answers: a fixed list, each a pure function of the answers and the as-of date. */
public enum DerivedInput {
    /** Whole days since it began: from the date if one is given, else {@link Duration what its band stands for}. */
    DURATION_DAYS(QuestionType.NUMBER, "TW-Q08", "TW-Q08.DATE"),
    /** Years. */
    AGE(QuestionType.NUMBER, "TW-Q02"),
    /** Weight by height squared, kg/m2, one decimal. */
    BMI(QuestionType.NUMBER, "TW-Q40.HEIGHT_CM", "TW-Q40.WEIGHT_KG"),
    /** Whether some free text holds emergency words. */
    MENTIONS_EMERGENCY(QuestionType.YES_NO),
    /** Whether some free text names motor neurone disease. */
    MENTIONS_MND(QuestionType.YES_NO);

    private static final Map<String, DerivedInput> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(DerivedInput::name, input -> input));

    private final QuestionType type;
    private final List<String> questions;

    DerivedInput(QuestionType type, String... questions) {
        this.type = type;
        this.questions = List.of(questions);
    }

    /** Which operators fit. */
    QuestionType type() {
        return type;
    }

    /** Link ids it is computed from, the one to ask first; empty if it reads all free text. */
    public List<String> questions() {
        return questions;
    }

    /** The derived input of this name, if there is one. */
    public static Optional<DerivedInput> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
