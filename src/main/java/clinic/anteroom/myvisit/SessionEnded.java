package clinic.anteroom.myvisit;

import clinic.anteroom.shared.BusinessException;

/** The browser has proved nothing, or too long ago. */
public class SessionEnded extends BusinessException {

    private static final long serialVersionUID = 1L;

    SessionEnded() {
        super("refusal.visit_session_ended");
    }
}
