package clinic.anteroom.access;

import clinic.anteroom.access.proof.OtherPerson;
import clinic.anteroom.access.proof.RecoveryCodes;
import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The staff door: first the password, then the second factor. An unknown name costs as much time as a wrong password and gets the same answer;
 * wrong tries are counted where {@link StaffAddresses} says, and a code that was used once is not taken again.
 */
@Stateless
@PermitAll
public class SignInService {

    @Inject
    StaffAccounts accounts;

    @Inject
    StaffAddresses addresses;

    @Inject
    StaffSessions sessions;

    @Inject
    Passkeys passkeys;

    @Inject
    Pbkdf2PasswordHash passwords;

    @Inject
    Passage passage;

    @Inject
    SecretBox box;

    @Inject
    ClinicTime time;

    private String nobodysHash;

    /** Before anybody comes: a hash made for the first unknown name would have that name wait twice as long as a known one. */
    @PostConstruct
    void begin() {
        nobodysHash = passwords.generate("nobody has this password".toCharArray());
    }

    /**
     * Tries one password.
     *
     * @param username as typed; case does not matter
     * @param password as typed; never kept
     * @param address  where the browser is
     * @return what has to follow, or empty when name, password or account does not fit
     */
    public Optional<SignInStep> signIn(String username, char[] password, String address) {
        Optional<StaffAccount> account = accounts.findForSignIn(username);
        boolean fits = passwords.verify(password, account.map(StaffAccount::passwordHash).orElse(nobodysHash));
        return account.filter(found -> addresses.mayTryPassword(found, address, time.now())).flatMap(found -> {
            if (!fits) {
                addresses.wrongPassword(found, address, time.now());
                return Optional.empty();
            }
            return Optional.of(passage.passed(found, address));
        });
    }

    /**
     * Somebody comes from another sign-in. It stands for the password; if the clinic trusts it to have asked for two factors, for both.
     *
     * @return empty for who has no account here, or a closed one
     */
    public Optional<SignInStep> other(OtherPerson person, String address) {
        return accounts.findForOther(person, time.now()).filter(StaffAccount::isActive).map(found -> person.twice()
                ? new SignInStep(passage.whole(found, "", address), SignInStep.Next.IN) : passage.passed(found, address));
    }

    /** Who waits for the second factor with this key; empty for a key that waits no more. */
    public Optional<WaitingPerson> waiting(String key) {
        return sessions.waiting(key, time.now()).flatMap(accounts::findForChange)
                .map(found -> new WaitingPerson(found.displayName(), passage.next(found), found.device().isPresent(), !passkeys.of(found.id()).isEmpty()));
    }

    /**
     * Tries one code of the device, or one recovery code. Only the first can be guessed and has to wait after wrong ones: whose password is known to a
     * guesser still comes in by recovery code or passkey.
     *
     * @param key     of a sign-in that waits
     * @param typed   as typed; spaces and dashes do not matter
     * @param address where the browser is
     * @return the key of the whole sign-in; the one before works no more. Empty for a code that does not fit
     */
    public Optional<String> second(String key, String typed, String address) {
        return sessions.waiting(key, time.now()).flatMap(accounts::findForChange).filter(found -> RecoveryCodes.isMeant(typed) ? found.isActive() : addresses.mayTryCode(found, address, time.now()))
                .flatMap(found -> {
                    if (!passage.takes(found, typed)) {
                        sessions.countCode(key);
                        addresses.wrongCode(found, address, time.now());
                        return Optional.empty();
                    }
                    return Optional.of(passage.whole(found, key, address));
                });
    }

    /** Whose whole sign-in this is; empty for one that ended, or whose account is closed or was given another role or password. */
    public Optional<SignedIn> holderOf(String key) {
        return sessions.holderOf(key, true, time.now());
    }

    /** The same for a request that a page makes by itself: it is no sign that anybody is there, and lengthens nothing. */
    public Optional<SignedIn> holderOfPage(String key) {
        return sessions.holderOf(key, false, time.now());
    }

    /** How long this sign-in lasts from now on if nobody does anything; asking makes it no longer. Nothing is left of one that has ended. */
    public Duration left(String key) {
        return sessions.endOf(key, time.now()).map(end -> Duration.between(time.now(), end)).orElse(Duration.ZERO);
    }

    /** What a browser seals with what this account has typed and not sent yet, in base64: no other account, and nobody who is not in, can open it. */
    public String typedKey(String username) {
        return accounts.find(username).map(found -> Base64.getEncoder().encodeToString(box.keyFor("typed by " + found.id()))).orElse("");
    }

    /** Ends a sign-in. */
    public void signOut(String key) {
        sessions.end(key, time.now());
    }

    /** The name colleagues read for an account; the username itself when there is none. */
    public String displayName(String username) {
        return accounts.find(username).map(StaffAccount::displayName).orElse(username);
    }
}
