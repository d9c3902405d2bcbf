package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who should see the patient and what else is to be done. Rules that are true speak before those not ruled out. */
final class StraightReferrals {

    private final List<Rule> met = new ArrayList<>();
    private final List<Rule> notRuledOut = new ArrayList<>();

    void met(Rule rule) {
        met.add(rule);
    }

    void notRuledOut(Rule rule) {
        notRuledOut.add(rule);
    }

    /** The most urgent rule's choice first; the family doctor if no rule names anybody and home is not enough. */
    List<String> specialties(Urgency urgency) {
        List<String> specialties = Stream.of(met, notRuledOut).map(rules -> inOrder(rules, Raise::specialties))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        return specialties.isEmpty() && urgency != Urgency.SELF_CARE ? List.of("FAMILY_DOCTOR") : specialties;
    }

    /** What is no test of ours. */
    List<String> others() {
        return inOrder(met, Raise::others);
    }

    private static List<String> inOrder(List<Rule> rules, Function<Raise, List<String>> what) {
        return rules.stream().map(Rule::raise)
                .sorted(Comparator.comparing(raise -> raise.urgency() == null ? Urgency.SELF_CARE : raise.urgency()))
                .flatMap(raise -> what.apply(raise).stream()).distinct().toList();
    }
}
