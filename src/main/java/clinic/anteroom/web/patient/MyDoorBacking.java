package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.MessageService;
import clinic.anteroom.myvisit.SignInCodeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Guards the pages of "my visit": who has proved nothing, or too long ago, is asked for a code. */
@Named
@RequestScoped
public class MyDoorBacking {

    static final String REDIRECT = "?faces-redirect=true";

    @Inject
    private VisitCookie cookie;

    @Inject
    private SignInCodeService codes;

    @Inject
    private MessageService messages;

    private Boolean open;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return isOpen() ? null : "/patient/code" + REDIRECT;
    }

    /** Whether this browser has proved to be a patient's. */
    public boolean isOpen() {
        if (open == null) {
            open = cookie.key() != null && codes.isOpen(cookie.key());
        }
        return open;
    }

    /** How many messages of the clinic wait. */
    public int getUnread() {
        return isOpen() ? messages.unread(cookie.key()) : 0;
    }

    /** Ends it. */
    public String leave() {
        codes.leave(String.valueOf(cookie.key()));
        cookie.forget();
        return "/patient/code" + REDIRECT;
    }
}
