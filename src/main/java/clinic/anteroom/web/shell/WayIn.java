package clinic.anteroom.web.shell;

import clinic.anteroom.access.SignInService;
import clinic.anteroom.access.SignInStep;
import clinic.anteroom.access.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What happens in the browser between the steps of a sign-in: it keeps the new key, its session gets a new id, the next page opens. */
@RequestScoped
public class WayIn {

    @Inject
    private SignInService door;

    /** On to what has to follow. */
    void on(SignInStep step, String wanted) {
        keep(step.key());
        switch (step.next()) {
            case IN -> open(homeOf(step.key(), wanted));
            case CODE -> open("/sign-in-code.xhtml" + query(wanted));
            case SET_UP -> open("/sign-in-device.xhtml" + query(wanted));
            default -> throw new IllegalStateException(step.next().name());
        }
    }

    /** The browser keeps this key from now on. */
    void keep(String key) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        request.getSession();
        request.changeSessionId();
        request.getSession().setMaxInactiveInterval(SessionRules.STAFF_IDLE);
        StaffCookie.give((HttpServletResponse) external.getResponse(), key);
    }

    /** The page that was asked for if it is one of the role's, or the role's first. */
    String homeOf(String key, String wanted) {
        Face face = door.holderOf(key).map(SignedIn::role).map(Face::ofRole).orElse(Face.PATIENT);
        return face.isOwnPage(wanted) ? wanted : face.home();
    }

    /** Opens a page of ours. */
    void open(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + address);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that was asked for, as a query for the next step. */
    static String query(String wanted) {
        return wanted == null ? "" : "?wanted=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
