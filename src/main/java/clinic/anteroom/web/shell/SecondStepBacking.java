package clinic.anteroom.web.shell;

import clinic.anteroom.access.PasskeyService;
import clinic.anteroom.access.SignInService;
import clinic.anteroom.access.SignInStep;
import clinic.anteroom.access.WaitingPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The second step at the staff door: six digits, a recovery code or a passkey; and a passkey in the place of both steps. */
@Named
@RequestScoped
public class SecondStepBacking {

    @Inject
    private SignInService door;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private Whence whence;

    @Inject
    private WayIn way;

    @Inject
    private FacesContext faces;

    private String wanted;
    private String code;
    private String answer;

    /** Sends back to the beginning who does not wait for a second step. */
    public void begin() {
        Optional<WaitingPerson> waiting = door.waiting(key());
        if (waiting.isEmpty()) {
            way.open("/sign-in.xhtml" + WayIn.query(wanted));
        } else if (waiting.get().next() == SignInStep.Next.SET_UP) {
            way.open("/sign-in-device.xhtml" + WayIn.query(wanted));
        }
    }

    /** Checks the code. */
    public void check() {
        done(door.second(key(), code, whence.address(request())), "code", "shell_code.failed");
    }

    /** Checks what a passkey has signed. */
    public void passkey() {
        done(passkeys.signIn(answer, PasskeyAsk.taken(faces), whence.site(request()), key(), whence.address(request())), null, "shell_passkey.failed");
    }

    /** Checks what a passkey has signed instead of name and password. */
    public void passkeyAlone() {
        done(passkeys.signIn(answer, PasskeyAsk.taken(faces), whence.site(request()), null, whence.address(request())), null, "shell_passkey.failed");
    }

    /** What the passkeys of who waits are asked; null if there are none. */
    public String getAsk() {
        List<String> allowed = passkeys.allowed(key());
        return allowed.isEmpty() ? null : PasskeyAsk.get(faces, allowed, whence.site(request()));
    }

    /** What any passkey is asked. */
    public String getAskAnybody() {
        return PasskeyAsk.get(faces, List.of(), whence.site(request()));
    }

    /** Whether a device shows codes; who has only passkeys is asked for one, or for a recovery code. */
    public boolean isDevice() {
        return door.waiting(key()).map(WaitingPerson::device).orElse(false);
    }

    private void done(Optional<String> key, String field, String otherwise) {
        if (key.isPresent()) {
            way.keep(key.get());
            way.open(way.homeOf(key.get(), wanted));
        } else if (field != null && door.waiting(key()).isEmpty()) {
            way.open("/sign-in.xhtml" + WayIn.query(wanted));
        } else {
            faces.addMessage(field == null ? null : "step:code", new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces, otherwise), null));
        }
    }

    private String key() {
        return StaffCookie.key(request());
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    /** The page that was asked for before signing in; null if none was. */
    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
