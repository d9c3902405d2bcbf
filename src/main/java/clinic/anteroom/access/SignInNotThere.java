package clinic.anteroom.access;

import clinic.anteroom.shared.BusinessException;

/** The sign-in has ended, or waits no more. */
public class SignInNotThere extends BusinessException {

    private static final long serialVersionUID = 1L;

    SignInNotThere() {
        super("refusal.sign_in_over");
    }
}
