package clinic.anteroom.web.doctor;

import clinic.anteroom.scheduling.StaffCalendarService;
import clinic.anteroom.web.shell.Whence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The address of a doctor's own calendar: made, shown once, ended. */
@Named
@RequestScoped
public class OwnCalendarBacking {

    @Inject
    private StaffCalendarService calendar;

    @Inject
    private Whence whence;

    @Inject
    private FacesContext faces;

    private String address;

    /** Whether an address is in use. */
    public boolean isOpen() {
        return calendar.isOpen();
    }

    /** The address, in the answer to the request that made it; null afterwards, for nobody keeps it. */
    public String getAddress() {
        return address;
    }

    /** Makes one; the one before it ends. */
    public void make() {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        address = whence.site(request) + request.getContextPath() + "/staff-calendar/" + calendar.open() + ".ics";
    }

    /** Ends it. */
    public String end() {
        calendar.close();
        return "/doctor/calendar?faces-redirect=true";
    }
}
