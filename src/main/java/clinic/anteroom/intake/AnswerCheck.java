package clinic.anteroom.intake;

import clinic.anteroom.shared.FieldRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an answer fits its question: type, options, limits. What is wrong is worded by the page. */
final class AnswerCheck {

    /** The longest text a patient may write, in characters. */
    static final int LONGEST_TEXT = 2000;

    private AnswerCheck() {
    }

    /**
     * The given answers by the place of their question, with their options in the order of the questionnaire; refuses all
     * that do not fit, together.
     */
    static Answer[] fitting(Questionnaire questionnaire, Map<String, Answer> given) {
        List<FieldRefused> refused = List.of();
        Answer[] fitting = new Answer[questionnaire.questions().size()];
        for (Map.Entry<String, Answer> one : given.entrySet()) {
            Question question = questionnaire.get(one.getKey());
            Optional<FieldRefused> fault = fault(question, one.getValue());
            if (fault.isPresent()) {
                refused = refused.isEmpty() ? new ArrayList<>() : refused;
                refused.add(fault.get());
            } else {
                fitting[questionnaire.placeOf(one.getKey())] = ordered(question, one.getValue());
            }
        }
        if (!refused.isEmpty()) {
            throw new AnswersRefused(refused);
        }
        return fitting;
    }

    /** The first day that cannot be an answer is the one after {@code today}. */
    static Optional<FieldRefused> inFuture(Question question, Answer answer, LocalDate today) {
        return answer instanceof Answer.Day day && day.date().isAfter(today)
                ? refuse(question, "refusal.answer_in_future") : Optional.empty();
    }

    private static Optional<FieldRefused> fault(Question question, Answer answer) {
        return switch (question.type()) {
            case SINGLE, MULTI -> answer instanceof Answer.Choice choice ? choiceFault(question, choice)
                    : answer instanceof Answer.Rows rows && question.askedInRows() ? rowsFault(question, rows) : wrongType(question);
            case NUMBER, SCALE -> answer instanceof Answer.Amount amount ? amountFault(question, amount)
                    : unsureOr(question, answer);
            case DATE -> answer instanceof Answer.Day ? Optional.empty() : unsureOr(question, answer);
            case YES_NO -> answer instanceof Answer.YesNo ? Optional.empty() : unsureOr(question, answer);
            case TEXT -> answer instanceof Answer.Words words ? textFault(question, words) : wrongType(question);
        };
    }

    private static Optional<FieldRefused> choiceFault(Question question, Answer.Choice choice) {
        List<String> codes = choice.codes();
        for (String code : codes) {
            if (question.option(code).isEmpty()) {
                return refuse(question, "refusal.answer_not_offered");
            }
        }
        if (codes.size() == 1 || codes.stream().distinct().count() == 1) {
            return Optional.empty();
        }
        return question.type() == QuestionType.SINGLE ? refuse(question, "refusal.answer_only_one")
                : codes.stream().map(code -> question.option(code).orElseThrow()).filter(Option::exclusive).findFirst()
                        .flatMap(option -> refuse(question, "refusal.answer_excludes_others", option.label()));
    }

    private static Optional<FieldRefused> rowsFault(Question question, Answer.Rows rows) {
        List<String> touched = Stream.of(rows.yes(), rows.no(), rows.unsure()).flatMap(List::stream).toList();
        if (touched.stream().anyMatch(code -> question.option(code).filter(option -> !option.exclusive()).isEmpty())) {
            return refuse(question, "refusal.answer_not_offered");
        }
        return touched.stream().distinct().count() < touched.size() ? refuse(question, "refusal.answer_only_one") : Optional.empty();
    }

    private static Optional<FieldRefused> amountFault(Question question, Answer.Amount amount) {
        if (question.whole() && amount.value().scale() > 0) {
            return refuse(question, "refusal.answer_not_whole");
        }
        boolean low = question.min() != null && amount.value().compareTo(question.min()) < 0;
        boolean high = question.max() != null && amount.value().compareTo(question.max()) > 0;
        return low || high ? refuse(question, "refusal.answer_out_of_range", question.min(), question.max(),
                question.unit() == null ? "" : question.unit()) : Optional.empty();
    }

    private static Optional<FieldRefused> textFault(Question question, Answer.Words words) {
        return words.text().length() > LONGEST_TEXT ? refuse(question, "refusal.answer_too_long", LONGEST_TEXT)
                : Optional.empty();
    }

    private static Optional<FieldRefused> unsureOr(Question question, Answer answer) {
        return answer instanceof Answer.Unsure ? Optional.empty() : wrongType(question);
    }

    private static Optional<FieldRefused> wrongType(Question question) {
        return refuse(question, "refusal.answer_wrong_type");
    }

    private static Optional<FieldRefused> refuse(Question question, String key, Object... arguments) {
        return Optional.of(new FieldRefused(question.linkId(), key, arguments));
    }

    /** With its options in the order of the questionnaire, each once. Loops: every stored answer comes through here again. */
    private static Answer ordered(Question question, Answer answer) {
        if (answer instanceof Answer.Rows rows) {
            return ordered(question, rows);
        }
        if (!(answer instanceof Answer.Choice choice) || choice.codes().size() == 1) {
            return answer;
        }
        List<String> ordered = new ArrayList<>(choice.codes().size());
        for (Option option : question.options()) {
            if (choice.codes().contains(option.code())) {
                ordered.add(option.code());
            }
        }
        return ordered.equals(choice.codes()) ? choice : new Answer.Choice(ordered);
    }

    private static Answer.Rows ordered(Question question, Answer.Rows rows) {
        List<String> codes = question.options().stream().filter(option -> !option.exclusive()).map(Option::code).toList();
        return new Answer.Rows(codes.stream().filter(rows.yes()::contains).toList(), codes.stream().filter(rows.no()::contains).toList(),
                codes.stream().filter(rows.unsure()::contains).toList(), codes.stream().filter(code -> !rows.yes().contains(code)
                        && !rows.no().contains(code) && !rows.unsure().contains(code)).toList());
    }
}
