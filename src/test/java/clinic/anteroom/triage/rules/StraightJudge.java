package clinic.anteroom.triage.rules;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Tells the truth of expressions for one set of inputs, each condition once, and remembers that of rules. */
final class StraightJudge {

    private final Inputs inputs;
    private final Map<Condition, Truth> tested = new IdentityHashMap<>();
    private final Map<Expression, Truth> defined = new IdentityHashMap<>();
    private final Map<String, Truth> rules;
    private final RuleSet ruleSet;

    StraightJudge(RuleSet ruleSet, Inputs inputs) {
        this(inputs, new HashMap<>(), ruleSet);
    }

    private StraightJudge(Inputs inputs, Map<String, Truth> rules, RuleSet ruleSet) {
        this.inputs = inputs;
        this.rules = rules;
        this.ruleSet = ruleSet;
    }

    /** The same truths of rules, other inputs from here on. */
    StraightJudge with(Inputs others) {
        return new StraightJudge(others, rules, ruleSet);
    }

    Inputs inputs() {
        return inputs;
    }

    /** The truth of an expression. Loops, not streams: this is where the time of an evaluation goes. */
    Truth of(Expression expression) {
        if (expression instanceof Condition condition) {
            return test(condition);
        }
        if (expression instanceof Expression.All all) {
            return all(all.children());
        }
        if (expression instanceof Expression.Any any) {
            return any(any.children());
        }
        if (expression instanceof Expression.Not not) {
            return of(not.body()).not();
        }
        if (expression instanceof Expression.Reference reference) {
            return defined(reference.body());
        }
        return expression instanceof Expression.AtLeast atLeast ? Truth.atLeast(atLeast.n(), atLeast.children().stream().map(this::of))
                : Truth.any(rulesIn(expression).stream().map(this::ofRule));
    }

    /** Many rules refer to one definition: it is judged once. */
    private Truth defined(Expression body) {
        Truth known = defined.get(body);
        if (known == null) {
            known = of(body);
            defined.put(body, known);
        }
        return known;
    }

    private Truth test(Condition condition) {
        Truth known = tested.get(condition);
        if (known == null) {
            known = condition.test(inputs.given(condition.input()), inputs.asOf());
            tested.put(condition, known);
        }
        return known;
    }

    /** False ends it: every other child can only agree or be unknown. */
    private Truth all(List<Expression> children) {
        Truth so = Truth.TRUE;
        for (Expression child : children) {
            Truth truth = of(child);
            if (truth == Truth.FALSE) {
                return Truth.FALSE;
            }
            so = truth == Truth.UNKNOWN ? Truth.UNKNOWN : so;
        }
        return so;
    }

    private Truth any(List<Expression> children) {
        Truth so = Truth.FALSE;
        for (Expression child : children) {
            Truth truth = of(child);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            }
            so = truth == Truth.UNKNOWN ? Truth.UNKNOWN : so;
        }
        return so;
    }

    /** Remembers what a rule came to. */
    void remember(String rule, Truth truth) {
        rules.put(rule, truth);
    }

    /** What an earlier rule came to. */
    Truth ofRule(String rule) {
        Truth truth = rules.get(rule);
        if (truth == null) {
            throw new IllegalStateException("Rule " + rule + " is asked about before it is judged.\n"
                    + "Maybe it stands on the same or a later level.");
        }
        return truth;
    }

    /** The rules that a {@code fired} or {@code firedLevel} asks about. */
    List<String> rulesIn(Expression expression) {
        return expression instanceof Expression.Fired fired ? fired.rules()
                : ((Expression.FiredLevel) expression).levels().stream().flatMap(level -> ruleSet.rules(level).stream()).map(Rule::id).toList();
    }
}
