package clinic.anteroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Hands the platform what {@link SignInService} found; the account's role, with those it includes, becomes the caller's groups. */
@ApplicationScoped
public class StaffIdentityStore implements IdentityStore {

    @Inject
    private SignInService door;

    /** Called by the platform with what was typed into the sign-in page. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return door.signIn(credential.getCaller(), credential.getPassword().getValue())
                .map(who -> new CredentialValidationResult(who.username(), Roles.heldBy(who.role())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
