package clinic.anteroom.scheduling;

/** Who presses the button. */
public enum Booker {
    /** The patient, with a link and no account. */
    PATIENT,
    /** The front desk. */
    DESK,
    /** A doctor. */
    DOCTOR
}
