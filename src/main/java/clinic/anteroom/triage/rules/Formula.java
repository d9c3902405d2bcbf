package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * A rule as a search reads it: without "not", without missing answers, over {@link Space} variables. Shared parts are one
 * object. Negation is pushed down to the leaves, because "not met" and "not known" are different things.
 */
sealed interface Formula {

    /** Always true. */
    Formula TRUE = new All(List.of());

    /** Never true. */
    Formula FALSE = new Any(List.of());

    /** Several formulas in one. Remembers what the running search found, one search at a time. */
    abstract sealed class Joined implements Formula {

        /** Belongs to {@link SampleSearch}: when {@link #value} was found. */
        long stamp = -1;
        /** Belongs to {@link SampleSearch}. */
        int value;
        private final List<Formula> parts;

        private Joined(List<Formula> parts) {
            this.parts = parts;
        }

        List<Formula> parts() {
            return parts;
        }
    }

    /** All of them; true if there are none. */
    final class All extends Joined {

        All(List<Formula> parts) {
            super(parts);
        }
    }

    /** One of them; false if there are none. */
    final class Any extends Joined {

        Any(List<Formula> parts) {
            super(parts);
        }
    }

    /** {@code n} or more of them. */
    final class AtLeast extends Joined {

        private final int n;

        AtLeast(int n, List<Formula> parts) {
            super(parts);
            this.n = n;
        }

        int n() {
            return n;
        }
    }

    /** The variable has one of the values in the mask. */
    record In(int variable, long mask) implements Formula {
    }

    /** All of these, without what is always true; FALSE if one is. */
    static Formula all(List<Formula> parts) {
        List<Formula> left = parts.stream().filter(part -> part != TRUE).distinct().toList();
        return left.contains(FALSE) ? FALSE : left.isEmpty() ? TRUE : left.size() == 1 ? left.get(0) : new All(left);
    }

    /** One of these, without what is never true; TRUE if one is. */
    static Formula any(List<Formula> parts) {
        List<Formula> left = parts.stream().filter(part -> part != FALSE).distinct().toList();
        return left.contains(TRUE) ? TRUE : left.isEmpty() ? FALSE : left.size() == 1 ? left.get(0) : new Any(left);
    }
}
