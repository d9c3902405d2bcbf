package clinic.anteroom.triage;

import clinic.anteroom.shared.BusinessException;

/** A rule set cannot go where somebody wants it: checks fail, approvals are missing, or another one is in force then. */
public class NotReleasable extends BusinessException {

    private static final long serialVersionUID = 1L;

    NotReleasable(String key, Object... arguments) {
        super(key, arguments);
    }
}
