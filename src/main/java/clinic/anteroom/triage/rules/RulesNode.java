package clinic.anteroom.triage.rules;

import java.util.List;

/** One of these rules is true; they are judged before. */
final class RulesNode extends Node {

    private final List<String> ids;
    private final int[] rules;
    private final List<Level> levels;
    private final List<Node> whens;
    private final int slot;

    /**
     * @param ids    the rules asked about
     * @param rules  where a {@link Judge} keeps their truths; -1 for one that is not there
     * @param levels the levels asked about; empty if the rules are named one by one
     * @param whens  when each of the rules is met
     */
    RulesNode(List<String> ids, int[] rules, List<Level> levels, List<Node> whens, int slot) {
        this.ids = List.copyOf(ids);
        this.rules = rules.clone();
        this.levels = List.copyOf(levels);
        this.whens = List.copyOf(whens);
        this.slot = slot;
    }

    @Override
    Truth judge(Judge judge) {
        Truth known = judge.known(slot);
        return known != null ? known : judge.learn(slot, ask(judge));
    }

    /** All of them are asked, so that one that was not judged yet is never overlooked. */
    private Truth ask(Judge judge) {
        Truth so = Truth.FALSE;
        for (int i = 0; i < rules.length; i++) {
            Truth truth = truthOf(i, judge);
            so = so == Truth.TRUE || truth == Truth.FALSE ? so : truth;
        }
        return so;
    }

    /** What the rule at this place of {@link #ids()} came to. */
    Truth truthOf(int at, Judge judge) {
        Truth truth = rules[at] < 0 ? null : judge.ofRule(rules[at]);
        if (truth == null) {
            throw new IllegalStateException("Rule " + ids.get(at) + " is asked about before it is judged.\n"
                    + "Maybe it stands on the same or a later level.");
        }
        return truth;
    }

    List<String> ids() {
        return ids;
    }

    /** When the rule at this place of {@link #ids()} is met. */
    Node whenOf(int at) {
        return whens.get(at);
    }

    /** How it stands in a trace: the levels asked about, or the rules. */
    String named() {
        return levels.isEmpty() ? String.join(",", ids) : levels.toString();
    }

    boolean asksLevels() {
        return !levels.isEmpty();
    }
}
