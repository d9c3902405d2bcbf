package clinic.anteroom.web.shell;

import clinic.anteroom.access.SignInService;
import clinic.anteroom.access.proof.OtherSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import java.util.stream.Stream;

/** The staff door: who comes in, who is in, and out again. */
@Named
@RequestScoped
public class SignInBacking {

    @Inject
    private SecurityContext security;

    @Inject
    private SignInService accounts;

    @Inject
    private FacesContext faces;

    @Inject
    private Whence whence;

    @Inject
    private WayIn way;

    @Inject
    private OtherSignIn other;

    private String wanted;
    private String username;
    private String password;

    /** Checks what was typed; what follows is the second factor, or the page that was asked for, or the first one of the role. */
    public void signIn() {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        accounts.signIn(Objects.requireNonNullElse(username, ""), Objects.requireNonNullElse(password, "").toCharArray(), whence.address(request))
                .ifPresentOrElse(step -> way.on(step, wanted), () -> faces.addMessage(null,
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces, "shell_signin.failed"), null)));
    }

    /** The other sign-in there is, by its name; null for none. */
    public String getOther() {
        return other.called().orElse(null);
    }

    /** Where it begins, with the page that was asked for. */
    public String getOtherAddress() {
        return OtherSignInServlet.ADDRESS + WayIn.query(wanted);
    }

    /** What the sign-out button sends along. */
    public String getSignOutToken() {
        String key = StaffCookie.key((HttpServletRequest) faces.getExternalContext().getRequest());
        return key == null ? "" : SignOutServlet.token(key);
    }

    /** What the browser seals with what was typed and not sent. */
    public String getTypedKey() {
        Principal caller = security.getCallerPrincipal();
        return caller == null ? "" : accounts.typedKey(caller.getName());
    }

    /** The name colleagues read. */
    public String getDisplayName() {
        Principal caller = security.getCallerPrincipal();
        return caller == null ? "" : accounts.displayName(caller.getName());
    }

    /** The face of the person signed in; the patient's for a guest. */
    public Face getFace() {
        return home();
    }

    private Face home() {
        return Stream.of(Face.values()).filter(face -> face.role() != null && security.isCallerInRole(face.role()))
                .findFirst().orElse(Face.PATIENT);
    }

    /** The page that was asked for before signing in, with its query; null if none was. */
    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
