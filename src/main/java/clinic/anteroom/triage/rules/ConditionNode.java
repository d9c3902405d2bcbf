package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;

/** A condition: tested once a form, however many rules ask it. */
final class ConditionNode extends Node {

    private final Condition condition;
    private final Input input;
    private final int slot;
    private final long[] wanted;

    /**
     * @param slot   where a {@link Judge} keeps its truth
     * @param wanted the options it compares with, as bits; null if it compares something else
     */
    ConditionNode(Condition condition, Input input, int slot, long[] wanted) {
        this.condition = condition;
        this.input = input;
        this.slot = slot;
        this.wanted = wanted;
    }

    Condition condition() {
        return condition;
    }

    Input input() {
        return input;
    }

    @Override
    Truth judge(Judge judge) {
        Truth known = judge.known(slot);
        return known != null ? known : judge.learn(slot, test(judge));
    }

    private Truth test(Judge judge) {
        Answer answer = input.derived() != null ? null : judge.answerTo(input);
        if (answer == null || answer instanceof Answer.Rows) {
            return condition.test(judge.given(input), judge.asOf());
        }
        if (condition.operator() == Operator.ANSWERED) {
            return Truth.TRUE;
        }
        return Truth.of(wanted == null ? condition.holds(answer, judge.asOf()) : picks(judge.picked(input, answer)));
    }

    private boolean picks(long[] picked) {
        return switch (condition.operator()) {
            case IN, HAS_ANY -> input.bits().overlap(wanted, picked);
            case HAS_NONE -> !input.bits().overlap(wanted, picked);
            case HAS_ALL -> input.bits().arePicked(wanted, picked);
            default -> input.bits().areAll(wanted, picked);
        };
    }
}
