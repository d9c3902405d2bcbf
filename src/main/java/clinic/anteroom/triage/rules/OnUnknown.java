package clinic.anteroom.triage.rules;

/**
 * What a rule does while it is unknown.
 *
 * @param policy  never null
 * @param urgency for RAISE on other levels than W; else null
 * @param given   RAISE only while this known part is true, else FLOOR; null for always
 * @param reason  why IGNORE is right; null for the other policies
 */
public record OnUnknown(Policy policy, Urgency urgency, Expression given, String reason) {

    /** The four things that can be done about a missing answer. */
    public enum Policy {
        /** "Could not be ruled out": an urgency of its own, never a test. For a warning: the flag is on hold. */
        RAISE,
        /** The missing questions are listed. */
        ASK,
        /** The missing questions are listed, and care at home is not allowed. On level C: this rule does not allow it. */
        FLOOR,
        /** Nothing, for a written reason. */
        IGNORE
    }
}
