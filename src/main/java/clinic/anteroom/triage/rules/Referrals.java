package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Who should see the patient and what else is to be done. Rules that are true speak before those not ruled out. */
final class Referrals {

    private static final Urgency[] BY_URGENCY = Urgency.values();

    private final List<Raise> met = new ArrayList<>();
    private final List<Raise> notRuledOut = new ArrayList<>();

    void met(Rule rule) {
        if (!rule.raise().specialties().isEmpty() || !rule.raise().others().isEmpty()) {
            met.add(rule.raise());
        }
    }

    void notRuledOut(Rule rule) {
        if (!rule.raise().specialties().isEmpty()) {
            notRuledOut.add(rule.raise());
        }
    }

    /** The most urgent rule's choice first; the family doctor if no rule names anybody and home is not enough. */
    List<String> specialties(Urgency urgency) {
        List<String> specialties = inOrder(met, Raise::specialties);
        if (specialties.isEmpty()) {
            specialties = inOrder(notRuledOut, Raise::specialties);
        }
        return specialties.isEmpty() && urgency != Urgency.SELF_CARE ? List.of("FAMILY_DOCTOR") : specialties;
    }

    /** What is no test of ours. */
    List<String> others() {
        return inOrder(met, Raise::others);
    }

    /** What these rules want, the most urgent rule first, each once. A rule without urgency comes last. */
    private static List<String> inOrder(List<Raise> raised, Function<Raise, List<String>> what) {
        List<String> all = List.of();
        for (int urgency = 0; urgency < BY_URGENCY.length && !raised.isEmpty(); urgency++) {
            for (int i = 0; i < raised.size(); i++) {
                Raise raise = raised.get(i);
                if (BY_URGENCY[urgency] == (raise.urgency() == null ? Urgency.SELF_CARE : raise.urgency())) {
                    all = withEach(what.apply(raise), all);
                }
            }
        }
        return all;
    }

    private static List<String> withEach(List<String> more, List<String> all) {
        List<String> both = all.isEmpty() && !more.isEmpty() ? new ArrayList<>(2) : all;
        for (int i = 0; i < more.size(); i++) {
            if (!both.contains(more.get(i))) {
                both.add(more.get(i));
            }
        }
        return both;
    }
}
