package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** Two clocks, or two books of time zones, do not agree: a visit booked now could be an hour off. */
public class ClockNotTrusted extends BusinessException {

    private static final long serialVersionUID = 1L;

    private ClockNotTrusted(String key, Object... arguments) {
        super(key, arguments);
    }

    static ClockNotTrusted skewed(long seconds) {
        return new ClockNotTrusted("refusal.clock_skewed", seconds);
    }

    static ClockNotTrusted rulesDiffer() {
        return new ClockNotTrusted("refusal.clock_rules_differ");
    }
}
