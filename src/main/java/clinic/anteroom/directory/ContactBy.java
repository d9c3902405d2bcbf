package clinic.anteroom.directory;

/** How somebody wants to be reached. */
public enum ContactBy {
    /** By a call. */
    PHONE,
    /** By a letter to the e-mail address. */
    EMAIL
}
