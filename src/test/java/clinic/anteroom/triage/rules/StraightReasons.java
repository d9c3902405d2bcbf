package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why an expression is true or unknown. For true: the conditions that are true on the true branches, below a "not" the
 * false ones. For unknown: only the unknown ones.
 */
final class StraightReasons {

    private final RuleSet ruleSet;
    private final StraightJudge judge;
    private final Set<Because> because = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    StraightReasons(RuleSet ruleSet, StraightJudge judge) {
        this.ruleSet = ruleSet;
        this.judge = judge;
    }

    List<Because> because() {
        return new ArrayList<>(because);
    }

    List<String> missing() {
        return new ArrayList<>(missing);
    }

    /** Collects why {@code expression} came to {@code truth}; {@code via} is the definition or rule it stands in. */
    StraightReasons collect(Expression expression, Truth truth, String via) {
        if (expression instanceof Condition condition) {
            condition(condition, truth, via);
        } else if (expression instanceof Expression.Not not) {
            collect(not.body(), truth.not(), via);
        } else if (expression instanceof Expression.Reference reference) {
            collect(reference.body(), truth, reference.name());
        } else if (expression instanceof Expression.Fired || expression instanceof Expression.FiredLevel) {
            rules(expression, truth, via);
        } else {
            // A branch that came to something else did not decide.
            expression.children().stream().filter(child -> judge.of(child) == truth)
                    .forEach(child -> collect(child, truth, via));
        }
        return this;
    }

    private void condition(Condition condition, Truth truth, String via) {
        because.add(new Because(condition.input(), condition.operator().key(), condition.constant().toString(),
                judge.inputs().given(condition.input()).words(), truth, via));
        if (truth == Truth.UNKNOWN) {
            missing.addAll(judge.inputs().missing(condition.input()));
        }
    }

    private void rules(Expression expression, Truth truth, String via) {
        List<String> deciding = judge.rulesIn(expression).stream().filter(rule -> judge.ofRule(rule) == truth).toList();
        String named = truth == Truth.FALSE && expression instanceof Expression.FiredLevel levels
                ? levels.levels().toString() : String.join(",", deciding);
        because.add(new Because(Because.RULES, "fired", named, null, truth, via));
        for (String rule : deciding) {
            if (mayComeBack(ruleSet.get(rule))) {
                continue;
            }
            if (truth == Truth.TRUE) {
                collect(ruleSet.get(rule).when(), truth, rule);
            } else if (truth == Truth.UNKNOWN) {
                // The other rule has a finding of its own; here only what is missing counts.
                missing.addAll(new StraightReasons(ruleSet, judge).collect(ruleSet.get(rule).when(), truth, rule).missing());
            }
        }
    }

    /** Whether asking on and on may come back to where it began: some rule on the way asks about its own level or a later one. */
    private boolean mayComeBack(Rule rule) {
        return rule.when().tree().filter(part -> part instanceof Expression.Fired || part instanceof Expression.FiredLevel)
                .flatMap(part -> judge.rulesIn(part).stream()).flatMap(id -> ruleSet.find(id).stream())
                .anyMatch(asked -> asked.level().ordinal() >= rule.level().ordinal() || mayComeBack(asked));
    }
}
