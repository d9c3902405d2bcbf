package clinic.anteroom.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The colleagues who sign in. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class StaffService {

    @Inject
    private StaffAccounts accounts;

    /** Everybody who decides on cases, by name. */
    public List<SignedIn> doctors() {
        return accounts.doctors().stream().map(found -> new SignedIn(found.username(), found.displayName(), found.role())).toList();
    }
}
