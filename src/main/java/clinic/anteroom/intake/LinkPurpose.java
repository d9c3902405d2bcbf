package clinic.anteroom.intake;

/** What a mailed link is for. */
public enum LinkPurpose {

    /** To read what was sent. */
    COPY,

    /** To go on with the form on another device. */
    RESUME,

    /** Some days after the form: to say how it goes. */
    CHECK_IN,

    /** To answer what a doctor asked about the form. */
    FOLLOW_UP
}
