package clinic.anteroom.intake;

/** Why somebody waits for the clinic to call. */
public enum CallKind {

    /** An answer meant an emergency and the form was stopped: see that the patient has help. */
    EMERGENCY,

    /** The advice was care at home, and a visit is wished for all the same. */
    VISIT_WISH,

    /** Safety questions were left open, and the patient would rather answer them on the phone (M2). */
    CALL_BACK,

    /** Some days after the form the patient says that it is worse, or back again: speak to them within the day. */
    WORSE,

    /** Some days after the form: ask how it is. Only where no mail can ask. */
    CHECK_IN
}
