package clinic.anteroom.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The colleagues who sign in. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class StaffService {

    @Inject
    private StaffAccounts accounts;

    /** Who an account is of those who can be booked; empty for nobody. */
    public Optional<UUID> practitioner(String username) {
        return accounts.find(username).flatMap(StaffAccount::practitioner);
    }

    /** Everybody who decides on cases, by name. */
    public List<SignedIn> doctors() {
        return accounts.doctors().stream().map(found -> new SignedIn(found.username(), found.displayName(), found.role())).toList();
    }
}
