package clinic.anteroom.web.doctor;

import clinic.anteroom.access.SignInService;
import clinic.anteroom.access.SignedIn;
import clinic.anteroom.access.StaffService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names colleagues read in the place of accounts. */
@Named
@RequestScoped
public class NamesBacking {

    @Inject
    private SignInService accounts;

    @Inject
    private StaffService staff;

    private final Map<String, String> known = new HashMap<>();
    private List<SignedIn> doctors;

    /** "Dr. Maya Osei" for an account; what is no account ("patient", "rules") stays as it is. */
    public String of(String account) {
        return account == null ? "" : known.computeIfAbsent(account, accounts::displayName);
    }

    /** "MO": the first letters of first and last name, for narrow columns. */
    public String initials(String account) {
        String[] words = of(account).replaceFirst("^Dr\\.? ", "").split(" ");
        return words.length == 1 ? words[0] : words[0].substring(0, 1) + words[words.length - 1].substring(0, 1);
    }

    /** Everybody a case can be given to. */
    public List<SignedIn> getDoctors() {
        if (doctors == null) {
            doctors = staff.doctors();
        }
        return doctors;
    }
}
