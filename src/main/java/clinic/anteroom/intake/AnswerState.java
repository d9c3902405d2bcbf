package clinic.anteroom.intake;

/** What is known about the answer to one question. Not answering is not the same as answering no. */
public enum AnswerState {

    /** There is an answer; "none of these" and "I am not sure" are answers. */
    ANSWERED,

    /** It is asked, and there is no answer yet. */
    SKIPPED,

    /** Other answers make it needless: it counts as "no". */
    NOT_ASKED,

    /** Whether it is asked depends on an answer that is missing. */
    UNDECIDED
}
