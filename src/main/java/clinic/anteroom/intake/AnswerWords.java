package clinic.anteroom.intake;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer as a person reads it: labels in the place of codes, a unit behind a number. */
final class AnswerWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private AnswerWords() {
    }

    static String of(Question question, Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return choice.codes().stream().map(code -> question.option(code).map(Option::label).orElse(code))
                    .collect(Collectors.joining("; "));
        }
        if (answer instanceof Answer.Amount amount) {
            String unit = question.unit() == null ? "" : " " + question.unit();
            return amount.value().toPlainString() + unit;
        }
        if (answer instanceof Answer.Day day) {
            return DAY.format(day.date());
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes() ? "Yes" : "No";
        }
        return answer instanceof Answer.Words words ? words.text() : "I am not sure";
    }
}
