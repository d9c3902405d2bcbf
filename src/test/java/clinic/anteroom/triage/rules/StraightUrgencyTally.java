package clinic.anteroom.triage.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up urgencies: the most urgent wins. Without any, nobody said that home is safe, and the visit is routine.
 */
final class StraightUrgencyTally {

    private final Map<String, Urgency> byRule = new LinkedHashMap<>();

    void add(String rule, Urgency urgency) {
        byRule.merge(rule, urgency, Urgency::or);
    }

    Urgency urgency() {
        return byRule.values().stream().reduce(Urgency::or).orElse(Urgency.ROUTINE);
    }

    /** The rules that set it. */
    List<String> rules() {
        List<String> rules = new ArrayList<>();
        byRule.forEach((rule, urgency) -> {
            if (urgency == urgency()) {
                rules.add(rule);
            }
        });
        return rules;
    }
}
