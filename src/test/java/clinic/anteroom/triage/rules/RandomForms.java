package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Forms that nobody would fill in, from nearly empty to complete; the same seed gives the same forms. */
final class RandomForms {

    static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private static final List<String> TEXTS = List.of("nothing", "It comes and goes", "chest pain since noon", "Is it ALS?",
            "suicidal, please call", "can't breathe");

    private final TestDocuments.Pair about;
    private final Random random;

    RandomForms(TestDocuments.Pair about, long seed) {
        this.about = about;
        this.random = new Random(seed);
    }

    /** The next form; half of them while some tests are flagged. */
    Answers next() {
        return Answers.of(about.questionnaire(), given(), random.nextBoolean() ? ALL_TESTS : Set.of());
    }

    private Map<String, Answer> given() {
        Map<String, Answer> given = new LinkedHashMap<>();
        double share = random.nextInt(4) == 0 ? 1 : random.nextDouble();
        for (Question question : about.questionnaire().questions()) {
            if (random.nextDouble() < share) {
                given.put(question.linkId(), answer(question));
            }
        }
        return given;
    }

    private Answer answer(Question question) {
        return switch (question.type()) {
            case SINGLE -> Answer.Choice.of(any(question.options()).code());
            case MULTI -> question.askedInRows() && random.nextBoolean() ? RandomRows.of(question, random) : ticks(question);
            case YES_NO -> random.nextInt(8) == 0 ? new Answer.Unsure() : new Answer.YesNo(random.nextBoolean());
            case NUMBER, SCALE -> random.nextInt(8) == 0 ? new Answer.Unsure() : number(question);
            case DATE -> new Answer.Day(SomeAnswers.TODAY.minusDays((long) Math.pow(800, random.nextDouble()) - 1));
            case TEXT -> new Answer.Words(any(TEXTS));
        };
    }

    private Answer number(Question question) {
        int low = question.min() == null ? 0 : (int) Math.ceil(question.min().doubleValue());
        int high = question.max() == null ? 200 : question.max().intValue();
        BigDecimal value = BigDecimal.valueOf(low + random.nextInt(high - low + 1));
        boolean fraction = !question.whole() && random.nextBoolean() && value.intValue() < high;
        return new Answer.Amount(fraction ? value.add(new BigDecimal("0.5")) : value);
    }

    private Answer ticks(Question question) {
        if (random.nextInt(3) == 0) {
            return Answer.Choice.of(any(question.options()).code());
        }
        List<String> codes = new ArrayList<>();
        for (Option option : question.options()) {
            if (!option.exclusive() && random.nextInt(3) == 0) {
                codes.add(option.code());
            }
        }
        return codes.isEmpty() ? Answer.Choice.of(any(question.options()).code()) : new Answer.Choice(codes);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
