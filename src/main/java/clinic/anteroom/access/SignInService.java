package clinic.anteroom.access;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Optional;

/** The staff door. An unknown name costs as much time as a wrong password and gets the same answer. */
@Stateless
@PermitAll
public class SignInService {

    @Inject
    private StaffAccounts accounts;

    @Inject
    private Pbkdf2PasswordHash passwords;

    @Inject
    private ClinicTime time;

    private String nobodysHash;

    /**
     * Tries one password.
     *
     * @param username as typed; case does not matter
     * @param password as typed; never kept
     * @return who it is, or empty when name, password or account does not fit
     */
    public Optional<SignedIn> signIn(String username, char[] password) {
        Optional<StaffAccount> account = accounts.findForSignIn(username);
        boolean fits = passwords.verify(password, account.map(StaffAccount::passwordHash).orElseGet(this::nobodysHash));
        return account.filter(found -> found.mayTry(time.now())).filter(found -> counted(found, fits)).map(SignInService::signedIn);
    }

    /** The name colleagues read for an account; the username itself when there is none. */
    public String displayName(String username) {
        return accounts.find(username).map(StaffAccount::displayName).orElse(username);
    }

    private boolean counted(StaffAccount account, boolean fits) {
        if (fits) {
            account.passwordWasRight();
        } else {
            account.passwordWasWrong(time.now());
        }
        return fits;
    }

    private static SignedIn signedIn(StaffAccount account) {
        return new SignedIn(account.username(), account.displayName(), account.role());
    }

    private String nobodysHash() {
        if (nobodysHash == null) {
            nobodysHash = passwords.generate("nobody has this password".toCharArray());
        }
        return nobodysHash;
    }
}
