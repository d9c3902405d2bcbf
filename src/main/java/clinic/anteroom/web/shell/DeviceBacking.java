package clinic.anteroom.web.shell;

import clinic.anteroom.access.Enrolled;
import clinic.anteroom.access.Enrolment;
import clinic.anteroom.access.PasskeyService;
import clinic.anteroom.access.SecondFactorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Sets up the second factor: a device that shows codes, or a passkey; then ten recovery codes are shown, this once. */
@Named
@RequestScoped
public class DeviceBacking {

    @Inject
    private SecondFactorService factors;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private ClinicBacking clinic;

    @Inject
    private Whence whence;

    @Inject
    private WayIn way;

    @Inject
    private FacesContext faces;

    private Optional<Enrolment> enrolment;
    private String wanted;
    private String code;
    private String answer;
    private String name;
    private String onward;
    private List<String> recoveryCodes = List.of();

    /** Sends back to the beginning who may set up nothing: a password alone replaces no factor. */
    public void begin() {
        if (onward == null && enrolment().isEmpty()) {
            way.open("/sign-in.xhtml" + WayIn.query(wanted));
        }
    }

    /** The first code of the device. */
    public void confirm() {
        done(factors.confirm(key(), code, whence.address(request())));
    }

    /** A new passkey. */
    public void passkey() {
        done(passkeys.register(key(), answer, PasskeyAsk.taken(faces), whence.site(request()), name, whence.address(request())));
    }

    /** What the new passkey is asked. */
    public String getAsk() {
        return PasskeyAsk.create(faces, passkeys.owner(key()), clinic.getName(), whence.site(request()));
    }

    /** The device that is being set up. */
    public Enrolment getEnrolment() {
        return enrolment().orElse(null);
    }

    private Optional<Enrolment> enrolment() {
        if (enrolment == null) {
            enrolment = factors.enrolment(key(), clinic.getName());
        }
        return enrolment;
    }

    private void done(Enrolled enrolled) {
        String now = enrolled.key() == null ? key() : enrolled.key();
        if (enrolled.key() != null) {
            way.keep(enrolled.key());
        }
        onward = enrolled.key() == null ? "/your-sign-in.xhtml" : way.homeOf(now, wanted);
        recoveryCodes = enrolled.recoveryCodes();
        if (recoveryCodes.isEmpty()) {
            way.open(onward);
        }
    }

    private String key() {
        return StaffCookie.key(request());
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    /** Where to go on after the codes were written down; null while nothing is set up. */
    public String getOnward() {
        return onward;
    }

    /** The ten codes; empty before, and ever after. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
