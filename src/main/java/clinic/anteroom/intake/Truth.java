package clinic.anteroom.intake;

import java.util.stream.Stream;

/** True, false, or unknown because an answer is missing. */
enum Truth {
    TRUE, FALSE, UNKNOWN;

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
        return parts.reduce(FALSE, (one, other) -> one == TRUE || other == TRUE ? TRUE
                : one == UNKNOWN || other == UNKNOWN ? UNKNOWN : FALSE);
    }
}
