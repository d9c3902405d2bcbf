package clinic.anteroom.testing;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Answers under which a question is asked, found by trying what it hangs on; the same answers in every run. */
public final class FormsThatAsk {

    private static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");
    private static final int TRIES = 5000;

    private FormsThatAsk() {
    }

    /** Answers that lead to this question, which itself has none, while every test is flagged. */
    public static Answers of(Questionnaire questionnaire, String linkId) {
        Set<String> hangsOn = hangsOn(questionnaire, linkId);
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            Map<String, Answer> given = new LinkedHashMap<>();
            questionnaire.questions().stream().filter(question -> hangsOn.contains(question.linkId()))
                    .forEach(question -> given.put(question.linkId(), any(question, random)));
            given.putIfAbsent("TW-Q04", Answer.Choice.of("NONE"));
            given.remove(linkId);
            Answers answers = Answers.of(questionnaire, given, ALL_TESTS);
            if (answers.asks(linkId)) {
                return answers;
            }
        }
        throw new AssertionError("No answers lead to " + linkId);
    }

    /** Two answers to a question, each with another meaning. */
    public static List<Answer> twoAnswersTo(Question question) {
        return switch (question.type()) {
            case SINGLE -> List.of(Answer.Choice.of(question.options().get(0).code()), Answer.Choice.of(question.options().get(1).code()));
            case MULTI -> question.askedInRows() ? twoRows(several(question)) : List.of(new Answer.Choice(several(question).subList(0, Math.min(2, several(question).size()))),
                    Answer.Choice.of(question.options().get(question.options().size() - 1).code()));
            case YES_NO -> List.of(new Answer.YesNo(true), new Answer.YesNo(false));
            case NUMBER, SCALE -> List.of(new Answer.Amount(low(question)), new Answer.Amount(low(question).add(BigDecimal.ONE)));
            case DATE -> List.of(new Answer.Day(LocalDate.of(2026, 11, 20)), new Answer.Day(LocalDate.of(2026, 11, 21)));
            case TEXT -> List.of(new Answer.Words("It began on the stairs."), new Answer.Words("No: <b>in the car</b> & \"at night\"."));
        };
    }

    private static List<Answer> twoRows(List<String> codes) {
        return List.of(new Answer.Rows(codes.subList(0, 1), codes.subList(1, codes.size()), List.of()),
                new Answer.Rows(List.of(), codes.subList(1, 2), codes.subList(0, 1)));
    }

    private static Set<String> hangsOn(Questionnaire questionnaire, String linkId) {
        Set<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(linkId));
        while (!open.isEmpty()) {
            questionnaire.get(open.pop()).enableWhen().linkIds().filter(all::add).forEach(open::add);
        }
        return all;
    }

    private static Answer any(Question question, Random random) {
        return switch (question.type()) {
            case SINGLE, MULTI -> Answer.Choice.of(question.options().get(random.nextInt(question.options().size())).code());
            case YES_NO -> new Answer.YesNo(random.nextBoolean());
            case NUMBER, SCALE -> new Answer.Amount(BigDecimal.valueOf(List.of(9, 10, 34, 52, 70).get(random.nextInt(5))).min(question.max() == null ? BigDecimal.TEN : question.max()));
            case DATE -> new Answer.Day(LocalDate.of(2026, 11, 20));
            case TEXT -> new Answer.Words("nothing");
        };
    }

    private static List<String> several(Question question) {
        return question.options().stream().filter(option -> !option.exclusive()).map(Option::code).toList();
    }

    private static BigDecimal low(Question question) {
        return question.min() == null ? BigDecimal.ONE : question.min();
    }
}
