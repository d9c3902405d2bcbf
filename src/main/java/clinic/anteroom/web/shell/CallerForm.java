package clinic.anteroom.web.shell;

import clinic.anteroom.access.Roles;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.io.Serializable;
import java.util.Optional;

/**
 * The form that somebody of the staff fills in for a caller. Its key lives in the staff session and in no cookie: it ends
 * with the session, and never meets a form that somebody fills in for themselves on the same computer.
 */
@SessionScoped
public class CallerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SecurityContext security;

    private boolean begun;
    private String key;

    /** A caller is on the line: from now on the patient's pages are for this call. */
    public void begin() {
        begun = true;
        key = null;
    }

    /** The call is over. */
    public void end() {
        begun = false;
        key = null;
    }

    /** Whether somebody of the staff is in and has a caller on the line. */
    public boolean isOpen() {
        return begun && (security.isCallerInRole(Roles.RECEPTIONIST) || security.isCallerInRole(Roles.DOCTOR));
    }

    /** Keeps the key of the form. */
    public void keep(String newKey) {
        key = newKey;
    }

    /** The key of the form; empty until its first page is saved. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }
}
