package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule in sentences, with the words of the questions, for who has never seen a rule document.
 *
 * @param rule  the rule itself: its sentence, words and sources
 * @param lines when it is met, one condition a line, indented by what holds them together
 */
public record RuleText(Rule rule, List<Line> lines) {

    /**
     * One line of a condition.
     *
     * @param depth how far it is indented, 0 or more
     * @param text  a sentence, or what holds the lines below together
     */
    public record Line(int depth, String text) {
    }

    /** Every rule of a set in the order of the document. */
    public static List<RuleText> of(RuleSet ruleSet, Questionnaire questionnaire) {
        Writer writer = new Writer(new Wording(Answers.of(questionnaire, Map.of())));
        return ruleSet.rules().stream().map(rule -> new RuleText(rule, writer.lines(rule.when()))).toList();
    }

    /** Urgency, tests and people it raises, in one line of codes; empty if nothing. */
    public List<Proposal> proposals() {
        return rule.raise().proposals();
    }

    /** Walks down an expression. */
    private static final class Writer {

        private final Wording wording;
        private List<Line> lines;

        Writer(Wording wording) {
            this.wording = wording;
        }

        List<Line> lines(Expression expression) {
            lines = new ArrayList<>();
            write(0, "", expression);
            return List.copyOf(lines);
        }

        private void write(int depth, String before, Expression expression) {
            if (expression instanceof Condition condition) {
                add(depth, before + wording.condition(new Because(condition.input(), condition.operator().key(), condition.constant().toString(),
                        null, Truth.UNKNOWN, "")));
            } else if (expression instanceof Expression.Fired fired) {
                add(depth, before + "one of these rules is met: " + String.join(", ", fired.rules()));
            } else if (expression instanceof Expression.FiredLevel fired) {
                add(depth, before + "a rule of these levels is met: " + String.join(", ", fired.levels().stream().map(RuleText::level).toList()));
            } else if (expression instanceof Expression.Not not) {
                write(depth, before + "not: ", not.body());
            } else if (expression instanceof Expression.Reference reference) {
                write(depth, before + reference.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": ", reference.body());
            } else {
                add(depth, before + heading(expression));
                expression.children().forEach(child -> write(depth + 1, "", child));
            }
        }

        private static String heading(Expression expression) {
            return expression instanceof Expression.All ? "all of these" : expression instanceof Expression.AtLeast some
                    ? "at least " + some.n() + " of these" : "one of these";
        }

        private void add(int depth, String text) {
            lines.add(new Line(depth, text));
        }
    }

    private static String level(Level level) {
        return switch (level) {
            case E -> "emergency";
            case U -> "urgent";
            case S -> "soon";
            case R -> "routine";
            case C -> "care at home";
            case M -> "missing answers";
            case X -> "tests taken away";
            case W -> "warnings";
        };
    }
}
