package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds up urgencies: the most urgent wins. Without any, nobody said that home is safe, and the visit is routine.
 */
final class UrgencyTally {

    private final List<String> rules = new ArrayList<>(4);
    private Urgency most;

    void add(String rule, Urgency urgency) {
        if (most != null && urgency.compareTo(most) > 0) {
            return;
        }
        if (urgency != most) {
            rules.clear();
            most = urgency;
        }
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
    }

    Urgency urgency() {
        return most == null ? Urgency.ROUTINE : most;
    }

    /** The rules that set it, in the order they were judged. */
    List<String> rules() {
        return rules;
    }
}
