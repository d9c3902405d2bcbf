package clinic.anteroom.care;

/** How the doctor's list is divided. A case may lie in several; DONE holds what nobody has to look at any more. */
public enum CaseFolder {

    /** Nobody has begun. */
    NEW("not c.diverted and c.asked_at is null and c.decided = 0 and c.owner is null"),
    /** Whoever asks has taken it, was given it, stands in for its owner who is away, or has a colleague's word to read or answer. */
    MINE("c.owner = ?1 or c.owner in (select s.doctor from standing_in s where s.stand_in = ?1) or c.response_id in (select w.response_id from colleague_word w "
            + "where w.told_to = ?1 and (w.wants_answer and w.answered_at is null or not w.wants_answer and w.seen_at is null))"),
    /** Urgent by the rules, or less than a day is left. */
    URGENT("not c.diverted and (c.urgency in ('EMERGENCY', 'URGENT') or c.due_at < now() + interval '24 hours')"),
    /** Waits for the patient's answer to a question; comes back by itself. */
    AWAITING_PATIENT("c.asked_at is not null"),
    /** Everything is decided, and not every result has been read. */
    AWAITING_RESULTS("c.undecided = 0 and c.orders_open > 0"),
    /** A flag waits for its decision, or a result to be read. */
    TO_CONFIRM("not c.diverted and c.asked_at is null and (c.undecided > 0 or c.results_unread > 0)"),
    /** Stopped by an emergency: sent to emergency help, and nobody here has taken care of the call yet. */
    EMERGENCIES("c.diverted"),
    /** Everything that is open. */
    OPEN("true"),
    /** Nothing is left to do; the newest first. */
    DONE("false");

    private final String condition;

    CaseFolder(String condition) {
        this.condition = condition;
    }

    /** In SQL, over {@code care_case c}; {@code ?1} is the account that asks. */
    String condition() {
        return condition;
    }
}
