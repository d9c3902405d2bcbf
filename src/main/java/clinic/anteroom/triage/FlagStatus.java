package clinic.anteroom.triage;

/** Where a flag stands in its life. */
public enum FlagStatus {
    /** Rules propose it; no doctor has decided. */
    RAISED,
    /** A doctor agreed and orders the test. */
    CONFIRMED,
    /** A doctor disagreed; the reason is kept. */
    REJECTED
}
