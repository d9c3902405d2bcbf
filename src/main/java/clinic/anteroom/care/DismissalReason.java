package clinic.anteroom.care;

/** Why a doctor does not follow a flag. The code is counted per rule; the words beside it stay with the case. */
public enum DismissalReason {
    /** Talked to or examined: the finding is not there. */
    NOT_FOUND_ON_REVIEW,
    /** A recent result answers the question. */
    ALREADY_DONE,
    /** Another test answers it better, or first. */
    OTHER_TEST_FIRST,
    /** The patient does not want it. */
    PATIENT_DECLINES,
    /** Not safe for this patient. */
    NOT_SAFE,
    /** No reason was asked for: the flag was not grave. Nobody chooses it. */
    NOT_NEEDED,
    /** Something else, told in words. */
    OTHER
}
