package clinic.anteroom.triage.rules;

import java.util.OptionalInt;

/** How soon, the most urgent first (content document 1.1). */
public enum Urgency {
    /** Minutes: the form stops, the emergency number is shown. */
    EMERGENCY(0),
    /** The clinic calls within 24 hours. */
    URGENT(1),
    /** Within 14 days. */
    SOON(14),
    /** Within four weeks. */
    ROUTINE(28),
    /** At home, with a check-in; nothing is due. */
    SELF_CARE(-1);

    private final int days;

    Urgency(int days) {
        this.days = days;
    }

    /** Days until it is due; empty for care at home. */
    public OptionalInt dueDays() {
        return days < 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }

    /** The more urgent of two. */
    Urgency or(Urgency other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
