package clinic.anteroom.intake;

/** What a mailed link is for. */
public enum LinkPurpose {

    /** To read what was sent. */
    COPY,

    /** To go on with the form on another device. */
    RESUME,

    /** Fourteen days after advice for home: to read the advice again and wish for a visit. */
    CHECK_IN,

    /** To answer what a doctor asked about the form. */
    FOLLOW_UP
}
