package clinic.anteroom.scheduling;

/** The life of a visit, in FHIR R4's words. */
public enum AppointmentStatus {
    /** Suggested to somebody, nobody has agreed; holds its time. */
    PROPOSED,
    /** Asked for, not all have agreed; holds its time. */
    PENDING,
    /** Agreed. */
    BOOKED,
    /** The patient is in the house. */
    ARRIVED,
    /** The patient has spoken to the desk. */
    CHECKED_IN,
    /** It took place. */
    FULFILLED,
    /** Called off before; its time is free again. */
    CANCELLED,
    /** The patient did not come; the order waits again. */
    NOSHOW,
    /** It never should have been written. */
    ENTERED_IN_ERROR;

    /** Whether the visit may still be moved or called off. */
    public boolean isAhead() {
        return this == PROPOSED || this == PENDING || this == BOOKED;
    }

    /** Whether the patient is in the house for it: waiting, in a room or with the doctor. */
    public boolean isInTheHouse() {
        return this == ARRIVED || this == CHECKED_IN;
    }
}
