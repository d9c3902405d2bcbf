package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.intake.Questionnaire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes rules as formulas: one for "true", one for "false". A condition on a question that is not asked is false, as in the
 * evaluator, so that whether it is asked becomes part of the formula.
 */
final class FormulaBuilder {

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final LocalDate asOf;
    private final Space space;
    private final Map<Expression, Formula[]> known = new IdentityHashMap<>();
    private final Map<String, Formula[]> rules = new HashMap<>();
    private final Map<String, Formula[]> asked = new HashMap<>();

    FormulaBuilder(RuleSet ruleSet, Questionnaire questionnaire, LocalDate asOf, Space space) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.asOf = asOf;
        this.space = space;
    }

    /** That a rule is true, or that it is false. */
    Formula rule(String id, boolean truth) {
        Formula[] both = rules.computeIfAbsent(id, key -> new Formula[2]);
        int at = truth ? 1 : 0;
        if (both[at] == null) {
            both[at] = of(ruleSet.get(id).when(), truth);
        }
        return both[at];
    }

    /** That an expression is true, or that it is false. */
    Formula of(Expression expression, boolean truth) {
        Formula[] both = known.computeIfAbsent(expression, key -> new Formula[2]);
        int at = truth ? 1 : 0;
        if (both[at] == null) {
            both[at] = build(expression, truth);
        }
        return both[at];
    }

    /** That an option is picked, of a question that is asked. */
    Formula picked(Question question, String code) {
        Formula picked = question.type() == QuestionType.MULTI ? new Formula.In(space.option(question.linkId(), code), Space.YES)
                : new Formula.In(space.index(question.linkId()), 1L << question.options().stream().map(option -> option.code()).toList().indexOf(code));
        return Formula.all(List.of(asked(question, true), picked));
    }

    private Formula build(Expression expression, boolean truth) {
        if (expression instanceof Condition condition) {
            return condition(condition, truth);
        }
        if (expression instanceof Expression.Not not) {
            return of(not.body(), !truth);
        }
        if (expression instanceof Expression.Reference reference) {
            return of(reference.body(), truth);
        }
        if (expression instanceof Expression.Fired fired) {
            return join(fired.rules().stream().map(id -> rule(id, truth)).toList(), !truth);
        }
        if (expression instanceof Expression.FiredLevel fired) {
            return join(fired.levels().stream().flatMap(level -> ruleSet.rules(level).stream()).map(rule -> rule(rule.id(), truth)).toList(),
                    !truth);
        }
        List<Formula> parts = expression.children().stream().map(child -> of(child, truth)).toList();
        if (expression instanceof Expression.AtLeast atLeast) {
            return new Formula.AtLeast(truth ? atLeast.n() : parts.size() - atLeast.n() + 1, parts);
        }
        return join(parts, expression instanceof Expression.All == truth);
    }

    private static Formula join(List<Formula> parts, boolean all) {
        return all ? Formula.all(parts) : Formula.any(parts);
    }

    private Formula condition(Condition condition, boolean truth) {
        DerivedInput derived = DerivedInput.of(condition.input()).orElse(null);
        if (derived != null && (derived.questions().isEmpty() || derived == DerivedInput.BMI)) {
            return values(condition, derived.name(), truth);
        }
        String linkId = derived == null ? condition.input()
                : derived.questions().stream().filter(id -> questionnaire.find(id).isPresent()).findFirst().orElse(condition.input());
        Question question = questionnaire.get(linkId);
        Formula given = condition.operator() == Operator.ANSWERED ? answered(question, truth)
                : question.type() == QuestionType.MULTI ? ticks(condition, question, truth)
                : derived == null ? values(condition, linkId, truth) : derived(condition, linkId, truth);
        boolean whenNotAsked = condition.operator() == Operator.HAS_NONE || condition.operator() == Operator.ANSWERED;
        Formula isAsked = Formula.all(List.of(asked(question, true), given));
        return whenNotAsked == truth ? Formula.any(List.of(asked(question, false), isAsked)) : isAsked;
    }

    /** By trying each value. */
    private Formula values(Condition condition, String name, boolean truth) {
        int variable = space.index(name);
        List<Answer> values = space.variable(variable).values();
        return in(variable, values, value -> condition.test(new Given.Answered(value), asOf), truth);
    }

    /** By asking the evaluator what it derives from each value. */
    private Formula derived(Condition condition, String linkId, boolean truth) {
        int variable = space.index(linkId);
        return in(variable, space.variable(variable).values(), value -> condition.test(new Inputs(
                Answers.of(questionnaire, Map.of(linkId, value)), asOf, ruleSet.words()).given(condition.input()), asOf), truth);
    }

    private static Formula in(int variable, List<Answer> values, java.util.function.Function<Answer, Truth> test, boolean truth) {
        long mask = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null && test.apply(values.get(i)) == Truth.of(truth)) {
                mask |= 1L << i;
            }
        }
        return mask == 0 ? Formula.FALSE : new Formula.In(variable, mask);
    }

    private Formula ticks(Condition condition, Question question, boolean truth) {
        List<String> codes = ((Constant.Codes) condition.constant()).codes();
        return switch (condition.operator()) {
            case HAS_ANY, IN -> truth ? Formula.any(picked(question, codes.stream())) : none(question, codes.stream());
            case HAS_NONE -> truth ? none(question, codes.stream()) : Formula.any(picked(question, codes.stream()));
            case HAS_ALL -> truth ? Formula.all(picked(question, codes.stream())) : isThere(question, Formula.any(notPicked(question, codes.stream())));
            case ONLY -> truth ? none(question, others(question, codes)) : Formula.any(picked(question, others(question, codes)));
            default -> throw new IllegalStateException(condition + " fits no MULTI.\nMaybe the rule set was not checked.");
        };
    }

    private static Stream<String> others(Question question, List<String> codes) {
        return question.options().stream().map(option -> option.code()).filter(code -> !codes.contains(code));
    }

    private Formula none(Question question, Stream<String> codes) {
        return isThere(question, Formula.all(notPicked(question, codes)));
    }

    /** Only what was answered can lack something. */
    private Formula isThere(Question question, Formula formula) {
        return space.isSkippable(question.linkId())
                ? Formula.all(List.of(new Formula.In(space.option(question.linkId(), ""), Space.NO), formula)) : formula;
    }

    private List<Formula> picked(Question question, Stream<String> codes) {
        return codes.<Formula>map(code -> new Formula.In(space.option(question.linkId(), code), Space.YES)).toList();
    }

    private List<Formula> notPicked(Question question, Stream<String> codes) {
        return codes.<Formula>map(code -> new Formula.In(space.option(question.linkId(), code), Space.NO)).toList();
    }

    private Formula answered(Question question, boolean truth) {
        if (question.type() == QuestionType.MULTI) {
            return new Formula.In(space.option(question.linkId(), ""), truth ? Space.NO : Space.YES);
        }
        int variable = space.index(question.linkId());
        long skipped = 1L << (space.variable(variable).values().size() - 1);
        return new Formula.In(variable, truth ? skipped - 1 : skipped);
    }

    /** That a question is asked, or that it is not; whether it waits for a flagged test does not count here. */
    private Formula asked(Question question, boolean truth) {
        Formula[] both = asked.computeIfAbsent(question.linkId(), key -> new Formula[2]);
        int at = truth ? 1 : 0;
        if (both[at] == null) {
            both[at] = enabled(question.enableWhen(), truth);
        }
        return both[at];
    }

    private Formula enabled(clinic.anteroom.intake.Condition condition, boolean truth) {
        if (condition instanceof clinic.anteroom.intake.Condition.AllOf all) {
            return join(parts(all.parts(), truth), truth);
        }
        if (condition instanceof clinic.anteroom.intake.Condition.AnyOf any) {
            return join(parts(any.parts(), truth), !truth);
        }
        Question gate = questionnaire.get(condition.linkIds().findFirst().orElseThrow());
        Formula isAsked = Formula.all(List.of(asked(gate, true), gate(gate, condition, truth)));
        return truth ? isAsked : Formula.any(List.of(asked(gate, false), isAsked));
    }

    private List<Formula> parts(List<clinic.anteroom.intake.Condition> parts, boolean truth) {
        List<Formula> formulas = new ArrayList<>();
        parts.forEach(part -> formulas.add(enabled(part, truth)));
        return formulas;
    }

    private Formula gate(Question gate, clinic.anteroom.intake.Condition condition, boolean truth) {
        if (condition instanceof clinic.anteroom.intake.Condition.Picked picked && gate.type() == QuestionType.MULTI) {
            return truth ? Formula.any(picked(gate, Stream.of(picked.code()))) : none(gate, Stream.of(picked.code()));
        }
        int variable = space.index(gate.linkId());
        return in(variable, space.variable(variable).values(), value -> Truth.of(holds(condition, value)), truth);
    }

    private static boolean holds(clinic.anteroom.intake.Condition condition, Answer value) {
        if (condition instanceof clinic.anteroom.intake.Condition.Picked picked) {
            return ((Answer.Choice) value).codes().contains(picked.code());
        }
        if (condition instanceof clinic.anteroom.intake.Condition.Said said) {
            return ((Answer.YesNo) value).yes() == said.yes();
        }
        clinic.anteroom.intake.Condition.Compared compared = (clinic.anteroom.intake.Condition.Compared) condition;
        return compared.comparison().holds(((Answer.Amount) value).value(), compared.limit());
    }
}
