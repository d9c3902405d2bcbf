package clinic.anteroom.intake;

/** True, false, or unknown because an answer is missing. */
enum Truth {
    TRUE, FALSE, UNKNOWN;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
