package clinic.anteroom.intake;

/** Where a form stands in its life. */
public enum ResponseStatus {

    /** Its patient is answering. */
    IN_PROGRESS,

    /** An answer means an emergency: the form waits, the patient is told to get help. */
    STOPPED,

    /** Sent in; nothing in it changes any more. */
    COMPLETED,

    /** Sent in, and something was added to it later. */
    AMENDED
}
