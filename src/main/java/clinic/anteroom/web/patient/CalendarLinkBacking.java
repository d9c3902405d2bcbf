package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.CalendarLinkService;
import clinic.anteroom.web.shell.Whence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The address of a patient's calendar: made, shown once, ended. */
@Named
@RequestScoped
public class CalendarLinkBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private CalendarLinkService links;

    @Inject
    private Whence whence;

    private String address;

    /** Whether an address is in use. */
    public boolean isOpen() {
        return door.isOpen() && links.isOpen(cookie.key());
    }

    /** The address, in the answer to the request that made it; null afterwards, for nobody keeps it. */
    public String getAddress() {
        return address;
    }

    /** Makes one; the one before it ends. */
    public void make() {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        address = whence.site(request) + request.getContextPath() + "/calendar/" + links.open(cookie.key()) + ".ics";
    }

    /** Ends it. */
    public String end() {
        links.close(cookie.key());
        return "/patient/visits" + MyDoorBacking.REDIRECT;
    }
}
