package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One input, one operator, one constant: the smallest true, false or unknown.
 *
 * @param input    link id of a question, or name of a {@link DerivedInput}; never null
 * @param operator how it is compared; never null
 * @param constant what it is compared with; of the kind the operator needs
 */
public record Condition(String input, Operator operator, Constant constant) implements Expression {

    // "None of these" excludes whatever else a condition allows, like any symptom it does not name.
    private static final List<String> NONE = List.of("NONE");

    /** Link ids of the questions an expression asks about, those behind derived inputs included; not those of other rules. */
    static Set<String> questions(Expression expression) {
        Set<String> questions = new LinkedHashSet<>();
        expression.tree().filter(Condition.class::isInstance).map(part -> ((Condition) part).input())
                .forEach(input -> questions.addAll(DerivedInput.of(input).map(DerivedInput::questions).orElse(List.of(input))));
        return questions;
    }

    /** The truth of this condition for what was given. */
    Truth test(Given given, LocalDate asOf) {
        if (given instanceof Given.Answered answered && answered.answer() instanceof Answer.Rows rows) {
            return test(rows);
        }
        if (operator == Operator.ANSWERED) {
            return Truth.of(!(given instanceof Given.Missing));
        }
        if (given instanceof Given.Missing) {
            return Truth.UNKNOWN;
        }
        if (given instanceof Given.NotAsked) {
            return Truth.of(operator == Operator.HAS_NONE);
        }
        return Truth.of(holds(((Given.Answered) given).answer(), asOf));
    }

    /** A row that was not touched, or of which somebody is not sure, is unknown. */
    private Truth test(Answer.Rows rows) {
        if (operator == Operator.ANSWERED) {
            return Truth.of(rows.isComplete());
        }
        List<String> codes = ((Constant.Codes) constant).codes();
        return switch (operator) {
            case HAS_ANY -> any(codes.stream(), rows);
            case HAS_NONE -> any(codes.stream(), rows).not();
            case HAS_ALL -> Truth.all(codes.stream().map(code -> truth(rows, code)));
            case ONLY -> any(Stream.of(rows.yes(), rows.no(), rows.unsure(), rows.open(), NONE).flatMap(List::stream)
                    .filter(code -> !codes.contains(code)), rows).not();
            default -> throw unfit();
        };
    }

    private static Truth any(Stream<String> codes, Answer.Rows rows) {
        return Truth.any(codes.map(code -> truth(rows, code)));
    }

    private static Truth truth(Answer.Rows rows, String code) {
        return rows.says(code).map(Truth::of).orElse(Truth.UNKNOWN);
    }

    /** Whether it is so for an answer; not for {@link Operator#ANSWERED}. */
    boolean holds(Answer answer, LocalDate asOf) {
        if (constant instanceof Constant.Codes wanted) {
            return picks(((Answer.Choice) answer).codes(), wanted.codes());
        }
        if (constant instanceof Constant.Said said) {
            return ((Answer.YesNo) answer).yes() == said.yes();
        }
        if (constant instanceof Constant.Limit limit) {
            return compares(((Answer.Amount) answer).value().compareTo(limit.value()));
        }
        if (constant instanceof Constant.Span span) {
            BigDecimal value = ((Answer.Amount) answer).value();
            return value.compareTo(span.low()) >= 0 && value.compareTo(span.high()) <= 0;
        }
        return falls(((Answer.Day) answer).date(), asOf);
    }

    private boolean picks(List<String> picked, List<String> wanted) {
        return switch (operator) {
            case IN, HAS_ANY -> !Collections.disjoint(picked, wanted);
            case HAS_ALL -> picked.containsAll(wanted);
            case HAS_NONE -> Collections.disjoint(picked, wanted);
            case ONLY -> wanted.containsAll(picked);
            default -> throw unfit();
        };
    }

    private boolean compares(int order) {
        return switch (operator) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> throw unfit();
        };
    }

    private boolean falls(LocalDate day, LocalDate asOf) {
        if (constant instanceof Constant.Days days) {
            return !day.isAfter(asOf) && !day.isBefore(asOf.minusDays(days.days()));
        }
        LocalDate limit = ((Constant.On) constant).day();
        return operator == Operator.BEFORE ? day.isBefore(limit) : !day.isBefore(limit);
    }

    private IllegalStateException unfit() {
        return new IllegalStateException(input + " " + operator.key() + " " + constant + " compares what cannot be compared.\n"
                + "Maybe the rule set was evaluated without RuleSetCheck.");
    }
}
