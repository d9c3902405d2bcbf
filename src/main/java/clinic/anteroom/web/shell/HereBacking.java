package clinic.anteroom.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * The address of the page that is shown, with its query. Forms are sent to it, so that a page which is told by its
 * address what to show is told the same when it is sent, and is opened again at the same place when the session ended.
 */
@Named("here")
@RequestScoped
public class HereBacking {

    @Inject
    private FacesContext faces;

    /** Minutes without a sign of life after which the session ends. */
    public int getIdleMinutes() {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        HttpSession session = request.getSession(false);
        return session == null ? request.getServletContext().getSessionTimeout() : session.getMaxInactiveInterval() / 60;
    }

    /** Seconds without a sign of life after which a staff sign-in ends. */
    public int getStaffIdleSeconds() {
        return SessionRules.STAFF_IDLE;
    }

    /** Path and query; never null. */
    public String getAddress() {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        String query = request.getQueryString();
        return request.getContextPath() + faces.getViewRoot().getViewId() + (query == null ? "" : "?" + query);
    }
}
