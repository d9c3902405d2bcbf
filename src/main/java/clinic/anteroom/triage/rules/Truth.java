package clinic.anteroom.triage.rules;

import java.util.stream.Stream;

/** True, false, or unknown because an answer is missing (Kleene's strong three-valued logic). */
public enum Truth {
    /** It is so, whatever the missing answers are. */
    TRUE,
    /** It is not so, whatever the missing answers are. */
    FALSE,
    /** It depends on a missing answer. */
    UNKNOWN;

    /** TRUE or FALSE. */
    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** False if one is false; else unknown if one is unknown; else true. */
    static Truth all(Stream<Truth> parts) {
        return parts.reduce(TRUE, (one, other) -> one == FALSE || other == FALSE ? FALSE
                : one == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE);
    }

    /** True if one is true; else unknown if one is unknown; else false. */
    static Truth any(Stream<Truth> parts) {
        return all(parts.map(Truth::not)).not();
    }

    /** True if {@code n} or more are true; false if not even with the unknown ones; else unknown. */
    static Truth atLeast(int n, Stream<Truth> parts) {
        int[] seen = new int[values().length];
        parts.forEach(part -> seen[part.ordinal()]++);
        if (seen[TRUE.ordinal()] >= n) {
            return TRUE;
        }
        return seen[TRUE.ordinal()] + seen[UNKNOWN.ordinal()] < n ? FALSE : UNKNOWN;
    }

    /** Swaps true and false; unknown stays. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
