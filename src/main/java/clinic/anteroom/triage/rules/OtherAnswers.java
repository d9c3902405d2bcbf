package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody could have answered instead: other options, one tick more or less, numbers and days on both sides of every
 * limit that a rule draws. "I am not sure" is no alternative: it tells the doctor nothing.
 */
final class OtherAnswers {

    private static final String UNSURE = "UNSURE";
    private static final String NONE = "NONE";

    private final LocalDate asOf;
    private final Map<String, Set<BigDecimal>> limits = new HashMap<>();

    OtherAnswers(RuleSet ruleSet, LocalDate asOf) {
        this.asOf = asOf;
        ruleSet.rules().stream().flatMap(Rule::expressions).flatMap(Expression::tree).filter(Condition.class::isInstance)
                .map(Condition.class::cast).forEach(this::limit);
    }

    /** The day that days are reckoned from. */
    LocalDate asOf() {
        return asOf;
    }

    /** Numbers on both sides of every limit of a derived number. */
    List<Answer> values(String derived) {
        BigDecimal step = new BigDecimal("0.1");
        return limits.getOrDefault(derived, Set.of()).stream().flatMap(limit -> Stream.of(limit.subtract(step), limit, limit.add(step)))
                .sorted().distinct().<Answer>map(Answer.Amount::new).toList();
    }

    /** Minds the limits of what a question needs to be asked. */
    void limit(clinic.anteroom.intake.Condition enableWhen) {
        if (enableWhen instanceof clinic.anteroom.intake.Condition.AllOf all) {
            all.parts().forEach(this::limit);
        } else if (enableWhen instanceof clinic.anteroom.intake.Condition.AnyOf any) {
            any.parts().forEach(this::limit);
        } else if (enableWhen instanceof clinic.anteroom.intake.Condition.Compared compared) {
            limits.computeIfAbsent(compared.linkId(), key -> new TreeSet<>()).add(compared.limit());
        }
    }

    /** Other answers to a question than {@code now}, in the order of the document; {@code now} may be null. */
    List<Answer> to(Question question, Answer now) {
        Stream<Answer> others = switch (question.type()) {
            case SINGLE -> question.options().stream().map(Option::code).filter(code -> !code.equals(UNSURE)).map(Answer.Choice::of);
            case MULTI -> ticks(question, now);
            case YES_NO -> Stream.of(new Answer.YesNo(true), new Answer.YesNo(false));
            case NUMBER, SCALE -> numbers(question);
            case DATE -> limits.getOrDefault(question.linkId(), Set.of()).stream().map(this::day);
            case TEXT -> Stream.empty();
        };
        return others.filter(other -> !other.equals(now)).distinct().toList();
    }

    private static Stream<Answer> ticks(Question question, Answer now) {
        Set<String> ticked = now instanceof Answer.Choice choice ? new LinkedHashSet<>(choice.codes())
                : now instanceof Answer.Rows rows ? new LinkedHashSet<>(rows.yes()) : Set.of();
        List<Answer> others = new ArrayList<>();
        if (now instanceof Answer.Rows rows && !(rows.isComplete() && rows.unsure().isEmpty())) {
            // What is not known of it could turn out to be no.
            others.add(ticked.isEmpty() ? Answer.Choice.of(NONE) : new Answer.Choice(inOrder(question, ticked)));
        }
        for (Option option : question.options()) {
            Set<String> changed = new LinkedHashSet<>(option.exclusive() ? Set.of() : ticked);
            question.options().stream().filter(Option::exclusive).map(Option::code).forEach(changed::remove);
            if (ticked.contains(option.code())) {
                changed.remove(option.code());
            } else {
                changed.add(option.code());
            }
            if (changed.isEmpty() && question.option(NONE).isPresent()) {
                changed.add(NONE);
            }
            if (!changed.isEmpty() && !option.code().equals(UNSURE)) {
                others.add(new Answer.Choice(List.copyOf(inOrder(question, changed))));
            }
        }
        return others.stream();
    }

    private static List<String> inOrder(Question question, Set<String> codes) {
        return question.options().stream().map(Option::code).filter(codes::contains).toList();
    }

    private Stream<Answer> numbers(Question question) {
        BigDecimal step = question.whole() ? BigDecimal.ONE : new BigDecimal("0.1");
        return limits.getOrDefault(question.linkId(), Set.of()).stream()
                .flatMap(limit -> Stream.of(limit.subtract(step), limit, limit.add(step))).sorted().distinct()
                .filter(value -> question.min() == null || value.compareTo(question.min()) >= 0)
                .filter(value -> question.max() == null || value.compareTo(question.max()) <= 0)
                .map(Answer.Amount::new);
    }

    private Answer day(BigDecimal daysAgo) {
        return new Answer.Day(asOf.minusDays(Math.max(0, daysAgo.longValue())));
    }

    private void limit(Condition condition) {
        List<BigDecimal> values = new ArrayList<>();
        if (condition.constant() instanceof Constant.Limit limit) {
            values.add(limit.value());
        } else if (condition.constant() instanceof Constant.Span span) {
            values.addAll(List.of(span.low(), span.high()));
        } else if (condition.constant() instanceof Constant.Days days) {
            values.addAll(List.of(BigDecimal.valueOf(days.days()), BigDecimal.valueOf(days.days() + 1L)));
        } else if (condition.constant() instanceof Constant.On on) {
            long days = java.time.temporal.ChronoUnit.DAYS.between(on.day(), asOf);
            values.addAll(List.of(BigDecimal.valueOf(days), BigDecimal.valueOf(days + 1)));
        }
        if (DerivedInput.of(condition.input()).filter(DerivedInput.DURATION_DAYS::equals).isPresent()) {
            values.addAll(values.stream().flatMap(value -> Stream.of(value.add(BigDecimal.ONE), value.subtract(BigDecimal.ONE))).toList());
        }
        Stream<String> questions = DerivedInput.of(condition.input()).map(derived -> derived.questions().stream())
                .orElseGet(() -> Stream.of(condition.input()));
        limits.computeIfAbsent(condition.input(), key -> new TreeSet<>()).addAll(values);
        questions.forEach(linkId -> limits.computeIfAbsent(linkId, key -> new TreeSet<>()).addAll(values));
    }
}
