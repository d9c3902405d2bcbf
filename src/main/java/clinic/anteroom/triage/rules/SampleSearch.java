package clinic.anteroom.triage.rules;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Is there a patient who makes a formula true? Evaluates with what is chosen so far; if that is not enough, chooses values
 * for the part with the fewest open leaves, first those that help. Ends within a budget of steps.
 */
final class SampleSearch {

    /** What a search came to. */
    enum Result { FOUND, NONE, NOT_DECIDED }

    /** Open leaves stand for unknown; these for the rest. */
    private static final int IS_TRUE = 0;
    private static final int IS_FALSE = -1;

    private final Space space;
    private long stamp;
    private final Deque<long[]> trail = new ArrayDeque<>();
    private long[] domains;
    private long left;

    /** Formulas may be shared by searches that follow each other, not by two at a time. */
    SampleSearch(Space space) {
        this.space = space;
    }

    /** Searches within {@code budget} steps. */
    Result search(Formula formula, long budget) {
        domains = space.everything();
        trail.clear();
        left = budget;
        Boolean found = solve(formula);
        return found == null ? Result.NOT_DECIDED : found ? Result.FOUND : Result.NONE;
    }

    /** The patient found last, every variable with one value. */
    long[] sample() {
        for (int i = 0; i < domains.length; i++) {
            if (space.groupOf(i) == null && Long.bitCount(domains[i]) > 1) {
                long preferred = 1L << space.variable(i).preferred();
                domains[i] = (domains[i] & preferred) != 0 ? preferred : Long.lowestOneBit(domains[i]);
            }
        }
        space.groups().forEach(this::complete);
        return domains.clone();
    }

    private void complete(Space.Group group) {
        int yes = -1;
        for (int i = 0; i < group.exclusive().length; i++) {
            if (domains[group.first() + i] == Space.YES) {
                yes = i;
            }
        }
        if (yes < 0) {
            yes = most(group);
        }
        for (int i = 0; i < group.exclusive().length; i++) {
            int variable = group.first() + i;
            domains[variable] = i == yes || domains[variable] == Space.YES ? Space.YES : Space.NO;
        }
    }

    /** NONE if it may be, else the first that may be. */
    private int most(Space.Group group) {
        int first = -1;
        for (int i = group.exclusive().length - 1; i >= 0; i--) {
            if ((domains[group.first() + i] & Space.YES) != 0) {
                if (space.variable(group.first() + i).code().equals("NONE")) {
                    return i;
                }
                first = first >= 0 && group.exclusive()[i] ? first : i;
            }
        }
        return first;
    }

    /** Which formulas a complete patient makes true. */
    BitSet met(List<Formula> formulas, long[] patient) {
        domains = patient.clone();
        stamp++;
        BitSet met = new BitSet();
        for (int i = 0; i < formulas.size(); i++) {
            met.set(i, evaluate(formulas.get(i)) == IS_TRUE);
        }
        return met;
    }

    /** Null if the budget is used up. */
    private Boolean solve(Formula formula) {
        if (left-- <= 0) {
            return null;
        }
        stamp++;
        int value = evaluate(formula);
        if (value <= 0) {
            return value == IS_TRUE;
        }
        Formula.In leaf = leaf(formula);
        long now = domains[leaf.variable()];
        int mark = trail.size();
        for (long choice : new long[] {now & leaf.mask(), now & ~leaf.mask()}) {
            if (set(leaf.variable(), choice)) {
                Boolean found = solve(formula);
                if (found == null || found) {
                    return found;
                }
            }
            undo(mark);
        }
        return false;
    }

    private Formula.In leaf(Formula formula) {
        Formula at = formula;
        while (!(at instanceof Formula.In)) {
            Formula best = null;
            for (Formula part : ((Formula.Joined) at).parts()) {
                int count = evaluate(part);
                if (count > 0 && (best == null || count < evaluate(best))) {
                    best = part;
                }
            }
            at = best;
        }
        return (Formula.In) at;
    }

    private int evaluate(Formula formula) {
        if (formula instanceof Formula.In in) {
            long domain = domains[in.variable()];
            return (domain & in.mask()) == 0 ? IS_FALSE : (domain & ~in.mask()) == 0 ? IS_TRUE : 1;
        }
        Formula.Joined joined = (Formula.Joined) formula;
        if (joined.stamp != stamp) {
            joined.value = formula instanceof Formula.All all ? all(all) : formula instanceof Formula.Any any ? any(any)
                    : atLeast((Formula.AtLeast) formula);
            joined.stamp = stamp;
        }
        return joined.value;
    }

    private int all(Formula.All all) {
        int sum = 0;
        for (Formula part : all.parts()) {
            int value = evaluate(part);
            if (value == IS_FALSE) {
                return IS_FALSE;
            }
            sum = Math.min(sum + value, 1_000_000);
        }
        return sum;
    }

    private int any(Formula.Any any) {
        int sum = 0;
        for (Formula part : any.parts()) {
            int value = evaluate(part);
            if (value == IS_TRUE) {
                return IS_TRUE;
            }
            sum = Math.min(sum + Math.max(0, value), 1_000_000);
        }
        return sum == 0 ? IS_FALSE : sum;
    }

    private int atLeast(Formula.AtLeast atLeast) {
        int met = 0;
        int perhaps = 0;
        int sum = 0;
        for (Formula part : atLeast.parts()) {
            int value = evaluate(part);
            met += value == IS_TRUE ? 1 : 0;
            perhaps += value > 0 ? 1 : 0;
            sum += Math.max(0, value);
        }
        return met >= atLeast.n() ? IS_TRUE : met + perhaps < atLeast.n() ? IS_FALSE : sum;
    }

    /** Narrows a variable and what follows from it; false if nothing is left. */
    private boolean set(int variable, long domain) {
        if (domain == domains[variable]) {
            return domain != 0;
        }
        trail.push(new long[] {variable, domains[variable]});
        domains[variable] = domain;
        Space.Group group = space.groupOf(variable);
        return domain != 0 && (group == null || fits(group, variable - group.first(), domain));
    }

    private boolean fits(Space.Group group, int option, long domain) {
        int possible = -1;
        for (int i = 0; i < group.exclusive().length; i++) {
            int variable = group.first() + i;
            if (i != option && domain == Space.YES && (group.exclusive()[option] || group.exclusive()[i])
                    && !set(variable, domains[variable] & Space.NO)) {
                return false;
            }
            if ((domains[variable] & Space.YES) != 0) {
                possible = possible == -1 ? i : -2;
            }
        }
        return possible == -2 || possible >= 0 && set(group.first() + possible, Space.YES);
    }

    private void undo(int mark) {
        while (trail.size() > mark) {
            long[] change = trail.pop();
            domains[(int) change[0]] = change[1];
        }
    }
}
