package clinic.anteroom.care;

/** What people do with a case. */
public enum CaseStep {
    /** A flag became an order. */
    CONFIRMED,
    /** The same, but for something else than was proposed. */
    MODIFIED,
    /** A flag was not followed. */
    REJECTED,
    /** A decision was taken back at once. */
    UNDONE,
    /** An order was taken back later. */
    REVOKED,
    /** Something else is ordered in its place, or it is ordered again. */
    AMENDED,
    /** It was given to somebody, or let go. */
    ASSIGNED,
    /** A word to colleagues. */
    NOTE,
    /** A colleague was asked for an opinion. */
    OPINION_ASKED,
    /** A colleague gave it. */
    OPINION_GIVEN,
    /** The patient was asked something. */
    ASKED,
    /** The patient answered. */
    ANSWERED,
    /** Nothing is left to do, somebody says. */
    CLOSED,
    /** There is something to do after all. */
    REOPENED,
    /** A result came in. */
    RESULT,
    /** A doctor read a result. */
    REVIEWED,
    /** The patient may book by a mailed link. */
    INVITED,
    /** The note for the record was written. */
    DRAFTED,
    /** What held an order is settled. */
    SETTLED
}
