package clinic.anteroom.web.shell;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form that somebody of the staff fills in for a caller. Its key lies in a cookie of its own that counts only beside the sign-in it was
 * begun with: it ends with that, never meets a form that somebody fills in for themselves on the same computer, and any node goes on with it.
 */
@RequestScoped
public class CallerForm {

    private static final String NAME = "__Host-caller";
    private static final String NOT_YET = "begun";

    @Inject
    private SecurityContext security;

    @Inject
    private FacesContext faces;

    private String now;

    /** A caller is on the line: from now on the patient's pages are for this call. */
    public void begin() {
        keep(NOT_YET);
    }

    /** The call is over. */
    public void end() {
        now = "";
        end(response());
    }

    /** The browser forgets a call. */
    static void end(HttpServletResponse response) {
        response.addCookie(OurCookie.of(NAME, "", OurCookie.GONE));
    }

    /** Whether somebody of the staff is in and has a caller on the line. */
    public boolean isOpen() {
        return !now().isEmpty() && (security.isCallerInRole(Roles.RECEPTIONIST) || security.isCallerInRole(Roles.DOCTOR));
    }

    /** Keeps the key of the form. */
    public void keep(String newKey) {
        now = newKey;
        response().addCookie(OurCookie.of(NAME, newKey + "." + mark(newKey), OurCookie.SESSION));
    }

    /** The key of the form; empty until its first page is saved. */
    public Optional<String> key() {
        return Optional.of(now()).filter(key -> !key.isEmpty() && !key.equals(NOT_YET));
    }

    /** What the browser shows, if it belongs to this sign-in; empty without a caller. */
    private String now() {
        if (now == null) {
            now = Stream.ofNullable(request().getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue)
                    .map(value -> value.split("\\.", 2)).filter(parts -> parts.length == 2 && mark(parts[0]).equals(parts[1]))
                    .map(parts -> parts[0]).findFirst().orElse("");
        }
        return now;
    }

    /** Whoever signs in next on this computer has another key, and no caller. */
    private String mark(String key) {
        return Sha256.of("caller " + StaffCookie.key(request()) + " " + key);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }
}
