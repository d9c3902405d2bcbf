package clinic.anteroom.notify;

/** How the desk has a patient told of what was just done to a visit. */
public enum TellWay {
    /** A letter, three minutes later: until then it can be stopped. */
    LATER,
    /** A letter, at once. */
    NOW,
    /** No letter: somebody phones. */
    PHONE,
    /** Nobody tells. */
    NONE
}
