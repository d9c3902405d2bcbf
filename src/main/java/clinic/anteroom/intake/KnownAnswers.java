package clinic.anteroom.intake;

import java.util.Optional;

/**
 * Answers that mean the same in every questionnaire, whatever their question is called there: the document marks them
 * with a LOINC code.
 */
final class KnownAnswers {

    /** LOINC 30525-0, Age. */
    static final String AGE = "30525-0";

    /** LOINC 76689-9, Sex assigned at birth. */
    static final String SEX_AT_BIRTH = "76689-9";

    /** Every questionnaire opens with the same four questions; this is the first. */
    static final String WHO_ANSWERS = "TW-Q01";

    private static final Answer PATIENT = Answer.Choice.of("SELF");

    private KnownAnswers() {
    }

    /** The patient's age in full years, if told. */
    static Optional<Integer> age(Answers answers) {
        return answer(answers, AGE, Answer.Amount.class).map(amount -> amount.value().intValue());
    }

    /** The code of the sex given at birth, if told. */
    static Optional<String> sex(Answers answers) {
        return answer(answers, SEX_AT_BIRTH, Answer.Choice.class).map(choice -> choice.codes().get(0));
    }

    /** Who answered in the patient's place, in words; empty if it was the patient, or nobody said. */
    static Optional<String> proxy(Answers answers) {
        return answers.questionnaire().find(WHO_ANSWERS).flatMap(question -> answers.to(WHO_ANSWERS))
                .filter(who -> !who.equals(PATIENT)).flatMap(who -> answers.wordsOf(WHO_ANSWERS));
    }

    private static <T extends Answer> Optional<T> answer(Answers answers, String code, Class<T> type) {
        return answers.questionnaire().questions().stream().filter(question -> code.equals(question.code())).findFirst()
                .flatMap(question -> answers.to(question.linkId())).filter(type::isInstance).map(type::cast);
    }
}
