package clinic.anteroom.triage;

import clinic.anteroom.shared.BusinessException;

/** A flag cannot be rejected without a reason. */
public class ReasonMissing extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** @param test which test */
    public ReasonMissing(String test) {
        super("refusal.reason_missing", test);
    }
}
