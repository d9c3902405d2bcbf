package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a part of a rule is true or unknown. For true: the conditions that are true on the true branches, below a "not" the
 * false ones. For unknown: only the unknown ones.
 */
final class Reasons {

    private final Judge judge;
    private final Set<Because> because = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Reasons(Judge judge) {
        this.judge = judge;
    }

    List<Because> because() {
        return new ArrayList<>(because);
    }

    List<String> missing() {
        return new ArrayList<>(missing);
    }

    /** Collects why {@code node} came to {@code truth}; {@code via} is the definition or rule it stands in. */
    Reasons collect(Node node, Truth truth, String via) {
        if (node instanceof ConditionNode condition) {
            condition(condition, truth, via);
        } else if (node instanceof Node.Not not) {
            collect(not.body(), truth.not(), via);
        } else if (node instanceof Node.Definition definition) {
            collect(definition.body(), truth, definition.name());
        } else if (node instanceof RulesNode rules) {
            rules(rules, truth, via);
        } else {
            // A branch that came to something else did not decide.
            node.parts().stream().filter(part -> part.judge(judge) == truth).forEach(part -> collect(part, truth, via));
        }
        return this;
    }

    private void condition(ConditionNode node, Truth truth, String via) {
        because.add(because(node, judge, truth, via));
        if (truth == Truth.UNKNOWN) {
            missing.addAll(judge.missing(node.input()));
        }
    }

    private void rules(RulesNode node, Truth truth, String via) {
        List<String> deciding = new ArrayList<>();
        for (int i = 0; i < node.ids().size(); i++) {
            if (node.truthOf(i, judge) == truth) {
                deciding.add(node.ids().get(i));
            }
        }
        String named = truth == Truth.FALSE && node.asksLevels() ? node.named() : String.join(",", deciding);
        because.add(new Because(Because.RULES, "fired", named, null, truth, via));
        for (int i = 0; i < node.ids().size(); i++) {
            if (truth == Truth.TRUE && node.truthOf(i, judge) == truth) {
                collect(node.whenOf(i), truth, node.ids().get(i));
            } else if (truth == Truth.UNKNOWN && node.truthOf(i, judge) == truth) {
                // The other rule has a finding of its own; here only what is missing counts.
                missing.addAll(new Reasons(judge).collect(node.whenOf(i), truth, node.ids().get(i)).missing());
            }
        }
    }

    /** One condition as a trace tells it. */
    static Because because(ConditionNode node, Judge judge, Truth truth, String via) {
        Condition condition = node.condition();
        return new Because(condition.input(), condition.operator().key(), condition.constant().toString(),
                judge.given(node.input()).words(), truth, via);
    }

    /** Whether one of the reasons why {@code node} is {@code truth} is the answer "I am not sure"; builds no trace. */
    static boolean restOnUnsure(Node node, Truth truth, Judge judge) {
        if (node instanceof ConditionNode condition) {
            return condition.input().derived() == null && isUnsure(judge.answerTo(condition.input()));
        }
        if (node instanceof Node.Not not) {
            return restOnUnsure(not.body(), truth.not(), judge);
        }
        if (node instanceof RulesNode rules) {
            return truth == Truth.TRUE && restOnUnsure(rules, judge);
        }
        for (Node part : node.parts()) {
            if (part.judge(judge) == truth && restOnUnsure(part, truth, judge)) {
                return true;
            }
        }
        return false;
    }

    private static boolean restOnUnsure(RulesNode rules, Judge judge) {
        for (int i = 0; i < rules.ids().size(); i++) {
            if (rules.truthOf(i, judge) == Truth.TRUE && restOnUnsure(rules.whenOf(i), Truth.TRUE, judge)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnsure(Answer answer) {
        return answer instanceof Answer.Rows rows ? rows.yes().isEmpty() && !rows.unsure().isEmpty()
                : answer instanceof Answer.Choice choice ? choice.codes().size() == 1 && choice.codes().get(0).equals("UNSURE")
                : answer instanceof Answer.Words words && words.text().equals("UNSURE");
    }
}
