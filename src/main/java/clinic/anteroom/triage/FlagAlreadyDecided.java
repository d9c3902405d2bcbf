package clinic.anteroom.triage;

import clinic.anteroom.shared.BusinessException;

/** A doctor has already confirmed or rejected this flag. */
public class FlagAlreadyDecided extends BusinessException {

    private static final long serialVersionUID = 1L;

    /**
     * @param test      which test
     * @param decidedBy who decided
     */
    public FlagAlreadyDecided(String test, String decidedBy) {
        super("refusal.flag_already_decided", test, decidedBy);
    }
}
