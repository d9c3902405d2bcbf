package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.intake.Questionnaire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether one condition fits the question it is about. */
final class ConditionCheck {

    private ConditionCheck() {
    }

    /** What is wrong with the condition; empty if it fits. */
    static List<String> faults(Condition condition, Questionnaire questionnaire) {
        return DerivedInput.of(condition.input())
                .map(derived -> operator(condition, derived.type()))
                .orElseGet(() -> questionnaire.find(condition.input()).map(question -> question(condition, question))
                        .orElseGet(() -> List.of("there is no question " + condition.input())));
    }

    private static List<String> question(Condition condition, Question question) {
        List<String> faults = new ArrayList<>(operator(condition, question.type()));
        if (condition.constant() instanceof Constant.Codes codes) {
            codes.codes().stream().filter(code -> question.option(code).isEmpty())
                    .forEach(code -> faults.add(question.linkId() + " does not offer " + code));
            if (codes.codes().isEmpty()) {
                faults.add(question.linkId() + " is compared with no option");
            }
        } else if (condition.constant() instanceof Constant.Limit limit) {
            range(faults, question, limit.value(), limit.unit());
        } else if (condition.constant() instanceof Constant.Span span) {
            range(faults, question, span.low(), span.unit());
            range(faults, question, span.high(), span.unit());
        }
        if (condition.operator() == Operator.HAS_NONE && question.option("NONE").isEmpty()) {
            faults.add(question.linkId() + " has no NONE, so hasNone cannot tell none from skipped");
        }
        return faults;
    }

    private static List<String> operator(Condition condition, QuestionType type) {
        return condition.operator().fits(type) ? List.of()
                : List.of(condition.input() + " is " + type + ", which " + condition.operator().key() + " does not fit");
    }

    private static void range(List<String> faults, Question question, BigDecimal value, String unit) {
        if (question.min() != null && value.compareTo(question.min()) < 0
                || question.max() != null && value.compareTo(question.max()) > 0) {
            faults.add(question.linkId() + " never is " + value);
        }
        if (!Objects.equals(question.unit(), unit)) {
            faults.add(question.linkId() + " counts in " + question.unit() + ", not in " + unit);
        }
    }
}
