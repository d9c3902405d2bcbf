package clinic.anteroom.access;

import clinic.anteroom.access.proof.KnownPasskey;
import clinic.anteroom.access.proof.PasskeyCheck;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passkeys: set up by who is in, or as the first second factor; sign in alone or after the password. */
@Stateless
@PermitAll
public class PasskeyService {

    private static final int LONGEST_NAME = 60;

    @Inject
    StaffAccounts accounts;

    @Inject
    StaffSessions sessions;

    @Inject
    StaffAddresses addresses;

    @Inject
    Passkeys passkeys;

    @Inject
    RecoveryCodeRows recovery;

    @Inject
    Passage passage;

    @Inject
    ClinicTime time;

    /**
     * Whom a passkey is asked from.
     *
     * @param handle      the account as the device knows it: base64url, says nothing about its owner
     * @param username    the account's name
     * @param displayName the name colleagues read
     * @param credentials those there are already, in base64url
     */
    public record Owner(String handle, String username, String displayName, List<String> credentials) {
    }

    /** Who sets one up with this key. */
    public Owner owner(String key) {
        return owner(passage.enroller(key).orElseThrow(SignInNotThere::new));
    }

    /** The passkeys that may be the second factor of who waits with this key; none for a key that waits no more. */
    public List<String> allowed(String key) {
        return sessions.waiting(key, time.now()).map(account -> passkeys.of(account).stream().map(Passkey::id).toList()).orElse(List.of());
    }

    /**
     * Keeps a new passkey. Refuses with {@link CodeDoesNotFit} what does not prove itself.
     *
     * @param key       of the sign-in that sets it up
     * @param response  of the browser, as JSON
     * @param challenge what it was asked to sign
     * @param site      scheme, host and port of the pages
     * @param name      what its owner calls it; cut at 60 characters
     */
    public Enrolled register(String key, String response, String challenge, URI site, String name, String address) {
        StaffAccount account = passage.enroller(key).orElseThrow(SignInNotThere::new);
        KnownPasskey made = PasskeyCheck.register(response, challenge, site).filter(passkey -> passkeys.find(passkey.id()).isEmpty()).orElseThrow(CodeDoesNotFit::new);
        String called = name == null || name.isBlank() ? "Passkey" : name.strip();
        boolean first = account.device().isEmpty() && passkeys.of(account.id()).isEmpty();
        passkeys.add(account.id(), made, called.substring(0, Math.min(called.length(), LONGEST_NAME)), time.now());
        return new Enrolled(passage.wholeKey(account, key, address), first ? recovery.renew(account.id()) : List.of());
    }

    /**
     * Signs in by passkey: alone, or after the password of the same account.
     *
     * @param waitingKey of a sign-in that waits for its second factor; null for none
     * @return the key of the whole sign-in, or empty
     */
    public Optional<String> signIn(String response, String challenge, URI site, String waitingKey, String address) {
        Optional<KnownPasskey> used = PasskeyCheck.signIn(response, challenge, site, id -> passkeys.find(id).map(Passkeys.Owned::passkey));
        return used.flatMap(passkey -> passkeys.find(passkey.id())).map(Passkeys.Owned::accountId)
                .filter(owner -> sessions.waiting(waitingKey, time.now()).map(owner::equals).orElse(true))
                .flatMap(accounts::findForChange).filter(StaffAccount::isActive).map(account -> {
                    passkeys.used(used.get().id(), used.get().signCount(), time.now());
                    addresses.right(account, address, time.now());
                    sessions.end(waitingKey == null ? "" : waitingKey, time.now());
                    return sessions.open(account.id(), true, time.now());
                });
    }

    /** Takes one of one's own away; another's is left alone. */
    public void remove(String key, String credentialId) {
        UUID account = sessions.accountOf(key, time.now()).orElseThrow(SignInNotThere::new);
        passkeys.remove(account, credentialId);
    }

    private Owner owner(StaffAccount account) {
        return new Owner(Base64.getUrlEncoder().withoutPadding().encodeToString(account.id().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                account.username(), account.displayName(), passkeys.of(account.id()).stream().map(Passkey::id).toList());
    }
}
