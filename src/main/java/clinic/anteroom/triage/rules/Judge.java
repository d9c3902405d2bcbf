package clinic.anteroom.triage.rules;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Tells the truth of expressions for one set of inputs, each condition once, and remembers that of rules. */
final class Judge {

    private final Inputs inputs;
    private final Map<Condition, Truth> tested = new IdentityHashMap<>();
    private final Map<String, Truth> rules;
    private final Map<Level, List<String>> levels;

    Judge(RuleSet ruleSet, Inputs inputs) {
        this(inputs, new HashMap<>(), new EnumMap<>(Level.class));
        for (Level level : Level.values()) {
            levels.put(level, ruleSet.rules(level).stream().map(Rule::id).toList());
        }
    }

    private Judge(Inputs inputs, Map<String, Truth> rules, Map<Level, List<String>> levels) {
        this.inputs = inputs;
        this.rules = rules;
        this.levels = levels;
    }

    /** The same truths of rules, other inputs from here on. */
    Judge with(Inputs others) {
        return new Judge(others, rules, levels);
    }

    Inputs inputs() {
        return inputs;
    }

    /** The truth of an expression. */
    Truth of(Expression expression) {
        if (expression instanceof Condition condition) {
            return tested.computeIfAbsent(condition, same -> same.test(inputs.given(same.input()), inputs.asOf()));
        }
        if (expression instanceof Expression.All all) {
            return Truth.all(all.children().stream().map(this::of));
        }
        if (expression instanceof Expression.Any any) {
            return Truth.any(any.children().stream().map(this::of));
        }
        if (expression instanceof Expression.Not not) {
            return of(not.body()).not();
        }
        if (expression instanceof Expression.AtLeast atLeast) {
            return Truth.atLeast(atLeast.n(), atLeast.children().stream().map(this::of));
        }
        return expression instanceof Expression.Reference reference ? of(reference.body())
                : Truth.any(rulesIn(expression).stream().map(this::ofRule));
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
                : ((Expression.FiredLevel) expression).levels().stream().flatMap(level -> levels.get(level).stream()).toList();
    }
}
