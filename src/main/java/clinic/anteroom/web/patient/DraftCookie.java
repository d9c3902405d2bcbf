package clinic.anteroom.web.patient;

import clinic.anteroom.web.shell.CallerForm;
import clinic.anteroom.web.shell.OurCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The key of the form this browser fills in. It ends with the browser, and no script and no other site can read it. While
 * staff fill in a form for a caller, the key is that of the caller's form and lives in their session.
 */
@ApplicationScoped
public class DraftCookie {

    private static final String NAME = "__Host-intake";

    @Inject
    private FacesContext faces;

    @Inject
    private CallerForm caller;

    /** The key, if this browser has one. */
    public Optional<String> key() {
        if (isForCaller()) {
            return caller.key();
        }
        return Optional.ofNullable((Cookie) external().getRequestCookieMap().get(NAME)).map(Cookie::getValue);
    }

    /** Gives the browser the key of a form it has just begun. */
    public void keep(String key) {
        if (isForCaller()) {
            caller.keep(key);
            return;
        }
        ((HttpServletResponse) external().getResponse()).addCookie(OurCookie.of(NAME, key, OurCookie.SESSION));
    }

    /** A guest has no staff session, and gets none by being asked. */
    boolean isForCaller() {
        return external().getUserPrincipal() != null && caller.isOpen();
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }
}
