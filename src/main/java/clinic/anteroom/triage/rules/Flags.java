package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Gathers what rules propose: one flag a test and body part, the union of all rules. */
final class Flags {

    private static final Comparator<Flag> FIRST = Comparator.comparing(Flag::urgency)
            .thenComparing(Flag::strength, Comparator.reverseOrder()).thenComparing(Flag::test).thenComparing(Flag::bodyPart);

    private final CompiledRules rules;
    private final Gathered[] gathered;
    // Null after a change: every warning asks for the flags.
    private List<Flag> sorted = List.of();

    /** What is known so far about one test of one body part. */
    private static final class Gathered {

        private final BitSet analytes = new BitSet();
        private final BitSet beyondConsider = new BitSet();
        private final List<String> rules = new ArrayList<>(2);
        private Strength strongest = Strength.CONSIDER;
        private Urgency urgency = Urgency.ROUTINE;

        private void add(Rule rule, CompiledRule.Test test) {
            Strength strength = test.proposal().strength();
            analytes.or(test.analytes());
            if (strength != Strength.CONSIDER) {
                beyondConsider.or(test.analytes());
            }
            if (!rules.contains(rule.id())) {
                rules.add(rule.id());
            }
            strongest = strength.compareTo(strongest) > 0 ? strength : strongest;
            urgency = rule.raise().urgency() == null ? urgency : urgency.or(rule.raise().urgency());
        }
    }

    Flags(CompiledRules rules) {
        this.rules = rules;
        this.gathered = new Gathered[rules.flags().size()];
    }

    /** Adds one proposal of a rule that is true. */
    void add(Rule rule, CompiledRule.Test test) {
        sorted = null;
        if (gathered[test.flag()] == null) {
            gathered[test.flag()] = new Gathered();
        }
        gathered[test.flag()].add(rule, test);
    }

    /** Takes away every flag of this test and returns them. */
    List<Flag> remove(String test) {
        List<Flag> removed = List.of();
        for (Flag flag : all()) {
            if (flag.test().equals(test)) {
                removed = removed.isEmpty() ? new ArrayList<>(2) : removed;
                removed.add(flag);
            }
        }
        if (removed.isEmpty()) {
            return removed;
        }
        for (int i = 0; i < gathered.length; i++) {
            if (rules.flags().get(i).test().equals(test)) {
                gathered[i] = null;
            }
        }
        sorted = null;
        return removed;
    }

    /** All flags, the most urgent and strongest first. */
    List<Flag> all() {
        if (sorted == null) {
            List<Flag> flags = new ArrayList<>(4);
            for (int i = 0; i < gathered.length; i++) {
                if (gathered[i] != null) {
                    flags.add(flag(rules.flags().get(i), gathered[i]));
                }
            }
            flags.sort(FIRST);
            sorted = flags;
        }
        return sorted;
    }

    /** Measured at full strength is what some rule wants as strongly as the test itself, or more than considered. */
    private Flag flag(CompiledRules.FlagName name, Gathered of) {
        List<String> full = names(of.strongest == Strength.CONSIDER ? of.analytes : of.beyondConsider);
        List<String> consider = full.size() == of.analytes.cardinality() ? List.of() : considered(of);
        return new Flag(name.test(), name.bodyPart(), full, consider, of.strongest, of.urgency, of.rules);
    }

    private List<String> considered(Gathered of) {
        BitSet only = (BitSet) of.analytes.clone();
        only.andNot(of.beyondConsider);
        return names(only);
    }

    private List<String> names(BitSet analytes) {
        if (analytes.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(analytes.cardinality());
        for (int i = analytes.nextSetBit(0); i >= 0; i = analytes.nextSetBit(i + 1)) {
            names.add(rules.analytes().get(i));
        }
        return names;
    }

    /** The tests among {@code names} that are flagged, sorted as the names are; {@code BLOOD/CK} counts as BLOOD. */
    List<String> named(List<CompiledRules.TestName> names) {
        List<String> tests = List.of();
        for (int i = 0; i < names.size(); i++) {
            if (isFlagged(names.get(i)) && !tests.contains(names.get(i).test())) {
                tests = tests.isEmpty() ? new ArrayList<>(2) : tests;
                tests.add(names.get(i).test());
            }
        }
        return tests;
    }

    private boolean isFlagged(CompiledRules.TestName name) {
        List<Flag> flags = all();
        for (int i = 0; i < flags.size(); i++) {
            if (flags.get(i).isNamed(name)) {
                return true;
            }
        }
        return false;
    }

    /** Codes of all flagged tests. */
    Set<String> tests() {
        List<Flag> flags = all();
        List<String> tests = new ArrayList<>(flags.size());
        for (int i = 0; i < flags.size(); i++) {
            if (!tests.contains(flags.get(i).test())) {
                tests.add(flags.get(i).test());
            }
        }
        return Set.of(tests.toArray(String[]::new));
    }
}
