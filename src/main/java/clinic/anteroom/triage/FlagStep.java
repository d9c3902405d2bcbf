package clinic.anteroom.triage;

/** What happens to a flag, in the usual order; not every flag sees all of it. */
public enum FlagStep {
    /** Rules propose it. */
    RAISED,
    /** A doctor opened the case for the first time. */
    SEEN,
    /** A doctor agreed. */
    CONFIRMED,
    /** A doctor agreed to something else than was proposed. */
    MODIFIED,
    /** A doctor disagreed, for a coded reason. */
    REJECTED,
    /** The doctor took the decision back at once; the flag waits again. */
    UNDONE,
    /** The order was written. */
    ORDERED,
    /** A visit was booked or moved. */
    BOOKED,
    /** The visit was called off; the order waits again. */
    CALLED_OFF,
    /** The test was done. */
    PERFORMED,
    /** A doctor read the result. */
    ANSWERED
}
