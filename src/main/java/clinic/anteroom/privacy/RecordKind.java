package clinic.anteroom.privacy;

/** The sheets of a whole record, in the order in which they are handed out. */
public enum RecordKind {
    /** What a patient agreed to. */
    CONSENT,
    /** What a patient keeps from somebody, and who looked behind it. */
    LOCK,
    /** What helps a patient, and alerts of the desk. */
    NEED,
    /** Photos and films. */
    PHOTO,
    /** What the rules said about a form. */
    RULES,
    /** Tests that the rules proposed, with each step. */
    FLAG,
    /** What was done with a form: notes, questions, calls, check-ins. */
    CASE,
    /** Orders that doctors signed. */
    ORDER,
    /** What came back. */
    RESULT,
    /** Visits, with notes and what was asked before. */
    VISIT,
    /** Messages both ways. */
    MESSAGE,
    /** Letters, mails and texts. */
    LETTER,
    /** The diary between form and visit. */
    DIARY,
    /** What the desk had to do about it. */
    TASK,
    /** Waiting for an earlier time. */
    WAITING,
    /** Who acts for whom. */
    CARER,
    /** Links, codes and sign-ins, without what was secret in them. */
    ACCESS
}
