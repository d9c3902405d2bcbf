package clinic.anteroom.access;

import clinic.anteroom.shared.BusinessException;

/** A code that is not of this device or of this time. */
public class CodeDoesNotFit extends BusinessException {

    private static final long serialVersionUID = 1L;

    CodeDoesNotFit() {
        super("refusal.code_does_not_fit");
    }
}
