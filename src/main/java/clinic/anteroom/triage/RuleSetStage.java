package clinic.anteroom.triage;

/** Where a version of a rule set stands in its life. */
public enum RuleSetStage {
    /** Registered; nobody has put it up for review. */
    DRAFT,
    /** In shadow: it is run over past forms and read, and decides nothing. */
    IN_REVIEW,
    /** Two people other than the one who put it up have approved it. */
    APPROVED,
    /** Answers forms now. */
    ACTIVE,
    /** Answered forms once. */
    RETIRED
}
