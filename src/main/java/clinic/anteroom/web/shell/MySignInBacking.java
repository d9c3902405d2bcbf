package clinic.anteroom.web.shell;

import clinic.anteroom.access.MySignIn;
import clinic.anteroom.access.PasskeyService;
import clinic.anteroom.access.SecondFactorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** How one signs in oneself: the device, the passkeys, the recovery codes that are left. */
@Named
@RequestScoped
public class MySignInBacking {

    @Inject
    private SecondFactorService factors;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private FacesContext faces;

    private MySignIn mine;

    /** How the person at this browser signs in. */
    public MySignIn getMine() {
        if (mine == null) {
            mine = factors.mine(key());
        }
        return mine;
    }

    /** Takes a passkey away. */
    public String remove(String credentialId) {
        passkeys.remove(key(), credentialId);
        return "/your-sign-in?faces-redirect=true";
    }

    private String key() {
        return StaffCookie.key((HttpServletRequest) faces.getExternalContext().getRequest());
    }
}
