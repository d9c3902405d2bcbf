package clinic.anteroom.web.patient;

import clinic.anteroom.web.shell.CallerForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The strip on the patient's pages while staff fill in a form for a caller, and the way back to the desk. */
@Named
@RequestScoped
public class CallerDoneBacking {

    @Inject
    private CallerForm caller;

    @Inject
    private DraftCookie cookie;

    /** Whether a caller is on the line. */
    public boolean isOpen() {
        return cookie.isForCaller();
    }

    /** The call is over. */
    public String backToDesk() {
        caller.end();
        return "/reception/alerts?faces-redirect=true";
    }
}
