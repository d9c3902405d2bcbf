package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what rules propose: one flag a test and body part, the union of all rules. */
final class StraightFlags {

    private final Map<String, Gathered> gathered = new LinkedHashMap<>();
    // Null after a change: every warning asks for the flags.
    private List<Flag> sorted;

    /** What is known so far about one test of one body part. */
    private static final class Gathered {

        private final Map<String, Strength> analytes = new LinkedHashMap<>();
        private final Set<String> rules = new LinkedHashSet<>();
        private Proposal strongest;
        private Urgency urgency = Urgency.ROUTINE;

        private void add(Rule rule, Proposal proposal) {
            proposal.analytes().forEach(analyte -> analytes.merge(analyte, proposal.strength(), Gathered::stronger));
            rules.add(rule.id());
            strongest = strongest == null || proposal.strength().compareTo(strongest.strength()) > 0 ? proposal : strongest;
            urgency = rule.raise().urgency() == null ? urgency : urgency.or(rule.raise().urgency());
        }

        private Flag flag() {
            Set<String> full = new TreeSet<>();
            Set<String> consider = new TreeSet<>();
            analytes.forEach((analyte, strength) ->
                    (strength == strongest.strength() || strength != Strength.CONSIDER ? full : consider).add(analyte));
            return new Flag(strongest.test(), strongest.bodyPart(), List.copyOf(full), List.copyOf(consider),
                    strongest.strength(), urgency, List.copyOf(rules));
        }

        private static Strength stronger(Strength one, Strength other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    /** Adds one proposal of a rule that is true. */
    void add(Rule rule, Proposal proposal) {
        sorted = null;
        gathered.computeIfAbsent(proposal.test() + "/" + proposal.bodyPart(), key -> new Gathered()).add(rule, proposal);
    }

    /** Takes away every flag of this test and returns them. */
    List<Flag> remove(String test) {
        List<Flag> removed = all().stream().filter(flag -> flag.test().equals(test)).toList();
        sorted = null;
        removed.forEach(flag -> gathered.remove(flag.test() + "/" + flag.bodyPart()));
        return removed;
    }

    /** All flags, the most urgent and strongest first. */
    List<Flag> all() {
        if (sorted == null) {
            sorted = List.copyOf(sort());
        }
        return sorted;
    }

    private List<Flag> sort() {
        List<Flag> flags = new ArrayList<>(gathered.values().stream().map(Gathered::flag).toList());
        flags.sort(java.util.Comparator.comparing(Flag::urgency)
                .thenComparing(Flag::strength, java.util.Comparator.reverseOrder()).thenComparing(Flag::test)
                .thenComparing(Flag::bodyPart));
        return flags;
    }

    /** The tests among {@code names} that are flagged, sorted; {@code BLOOD/CK} counts as BLOOD. */
    List<String> named(Set<String> names) {
        return all().stream().filter(flag -> names.stream().map(CompiledRules.TestName::of).anyMatch(flag::isNamed)).map(Flag::test).distinct().sorted()
                .toList();
    }

    /** Codes of all flagged tests, sorted. */
    Set<String> tests() {
        Set<String> tests = new TreeSet<>();
        all().forEach(flag -> tests.add(flag.test()));
        return tests;
    }
}
