package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.CarerService;
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

    @Inject
    private CarerService carers;

    private Boolean open;
    private CarerService.Whose whose;

    /** Where to go instead of showing this page; null to show it. A right to act that is over leads back to one's own visits. */
    public String elsewhere() {
        if (isOpen()) {
            return null;
        }
        if (cookie.ownKey() != null && codes.isOpen(cookie.ownKey())) {
            cookie.keepKey(cookie.ownKey());
            return "/patient/family" + REDIRECT + "&ended=1";
        }
        return "/patient/code" + REDIRECT;
    }

    /** The same for pages that are more than visits. */
    public String elsewhereForVisits() {
        return isOpen() && !getWhose().everything() ? "/patient/visits" + REDIRECT : elsewhere();
    }

    /** What this page sends is done for the person it is shown for. */
    public void shown() {
        cookie.remember();
    }

    /** Whose visits are shown; only where this browser has proved something. */
    public CarerService.Whose getWhose() {
        if (whose == null) {
            whose = carers.whose(cookie.key());
        }
        return whose;
    }

    /** Whether they are somebody else's. */
    public boolean isActing() {
        return isOpen() && getWhose().acting();
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
