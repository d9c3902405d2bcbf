package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why the rules say what they say about one form, and what would change it: every condition of a rule with its truth, the
 * smallest change of answers that would remove a flag, and the smallest that would raise the urgency. Computed when asked
 * for, from the same basis as the evaluation; deterministic.
 */
public final class Explanation {

    private final RuleSet ruleSet;
    private final SmallestChange smallest;
    private final Evaluator.Judged judged;
    private final Map<List<String>, List<Change>> removalsByRules = new HashMap<>();

    private Explanation(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        this.ruleSet = ruleSet;
        this.judged = Evaluator.judged(ruleSet, answers, asOf);
        this.smallest = new SmallestChange(ruleSet, answers, asOf);
    }

    /** Explains these answers; parameters as in {@link Evaluator#evaluate}. */
    public static Explanation of(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        return new Explanation(ruleSet, answers, asOf);
    }

    /** What is explained. */
    public Evaluation evaluation() {
        return judged.evaluation();
    }

    /** All conditions of a rule, those of its definitions included, each once. */
    public RuleTrace trace(String id) {
        Rule rule = ruleSet.get(id);
        Node when = judged.trace().rules().get(id).when();
        Judge judge = judged.trace().judge();
        Set<Because> leaves = new LinkedHashSet<>();
        collect(when, judge, "", leaves);
        return new RuleTrace(id, rule.version(), when.judge(judge), with(Truth.TRUE, leaves), with(Truth.FALSE, leaves),
                with(Truth.UNKNOWN, leaves));
    }

    /**
     * The smallest changes without which this test would not be proposed, at most three of equal size, in the order of the
     * questionnaire; empty if none was found within the budget or the test is not flagged.
     *
     * @param test     BLOOD, EMG, NCS, CT or MRI
     * @param bodyPart which part; empty if it needs none
     */
    public List<Change> toRemove(String test, String bodyPart) {
        Predicate<Flag> same = flag -> flag.test().equals(test) && flag.bodyPart().equals(bodyPart);
        return evaluation().flags().stream().filter(same).findFirst()
                .map(this::removals).orElse(List.of());
    }

    /** Flags of the same rules mostly fall together: what removes one is tried on the next before a new search. */
    private List<Change> removals(Flag flag) {
        List<Change> known = removalsByRules.getOrDefault(flag.rules(), List.of());
        if (known.isEmpty() || !smallest.allRemove(flag, known)) {
            known = smallest.toRemove(flag, evaluation());
            removalsByRules.put(flag.rules(), known);
        }
        return known;
    }

    /**
     * The smallest changes that would make it more urgent, at most three of equal size, the least dramatic first; empty for
     * an emergency or if none was found within the budget.
     */
    public List<Change> toRaise() {
        Set<String> questions = new LinkedHashSet<>();
        ruleSet.rules().forEach(rule -> questions.addAll(Condition.questions(rule.when())));
        return evaluation().urgency() == Urgency.EMERGENCY ? List.of() : smallest.toRaise(questions, evaluation());
    }

    private void collect(Node node, Judge judge, String via, Set<Because> leaves) {
        if (node instanceof ConditionNode condition) {
            leaves.add(Reasons.because(condition, judge, node.judge(judge), via));
        } else if (node instanceof RulesNode rules) {
            leaves.add(new Because(Because.RULES, "fired", rules.named(), null, node.judge(judge), via));
        } else {
            String name = node instanceof Node.Definition definition ? definition.name() : via;
            node.parts().forEach(part -> collect(part, judge, name, leaves));
        }
    }

    private static List<Because> with(Truth truth, Set<Because> leaves) {
        return leaves.stream().filter(leaf -> leaf.truth() == truth).toList();
    }
}
