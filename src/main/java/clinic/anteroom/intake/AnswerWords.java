package clinic.anteroom.intake;

import clinic.anteroom.shared.DateWords;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Sentences;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer as a person reads it: labels in the place of codes, a unit behind a number. */
public final class AnswerWords {

    private static final Sentences WORDS = new Sentences("clinic.anteroom.intake.answer_words");

    private AnswerWords() {
    }

    /** What can be picked where a question offers nothing but yes and no. */
    public static List<Option> yesNo(Language language) {
        return List.of(new Option("YES", WORDS.of(language, "yes"), true), new Option("NO", WORDS.of(language, "no"), true),
                new Option("UNSURE", WORDS.of(language, "unsure"), true));
    }

    /** What can be picked in each row of a list of symptoms. */
    public static List<Option> row(Language language) {
        return List.of(new Option("YES", WORDS.of(language, "yes"), true), new Option("NO", WORDS.of(language, "no"), true),
                new Option("UNSURE", WORDS.of(language, "row_unsure"), true));
    }

    static String of(Question question, Answer answer, Language language) {
        if (answer instanceof Answer.Choice choice) {
            return labels(question, choice.codes(), language);
        }
        if (answer instanceof Answer.Rows rows) {
            return rows(question, rows, language);
        }
        if (answer instanceof Answer.Amount amount) {
            return number(amount.value(), language) + (question.unit() == null ? "" : WORDS.of(language, "before_unit") + question.unit());
        }
        if (answer instanceof Answer.Day day) {
            return DateWords.in(language).date(day.date());
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return WORDS.of(language, yesNo.yes() ? "yes" : "no");
        }
        return answer instanceof Answer.Words words ? words.text() : WORDS.of(language, "unsure");
    }

    /** What was said to the rows of a list, each on a line of its own: first what is there. Rows left out are named, too. */
    private static String rows(Question question, Answer.Rows rows, Language language) {
        return Stream.of(said("said_yes", question, rows.yes(), language), said("said_no", question, rows.no(), language),
                said("said_unsure", question, rows.unsure(), language), said("said_nothing", question, rows.open(), language))
                .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String said(String key, Question question, List<String> codes, Language language) {
        return codes.isEmpty() ? "" : WORDS.of(language, key) + labels(question, codes, language);
    }

    private static String labels(Question question, List<String> codes, Language language) {
        return codes.stream().map(code -> question.option(code).map(Option::label).orElse(code))
                .collect(Collectors.joining(WORDS.of(language, "between")));
    }

    private static String number(BigDecimal value, Language language) {
        return language == Language.FRENCH ? value.toPlainString().replace('.', ',') : value.toPlainString();
    }
}
