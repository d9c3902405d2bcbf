package clinic.anteroom.access;

import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.access.proof.Totp;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sets up the second factor. The key of a sign-in is the proof of who asks: one that has only shown its password may set up the first device and
 * no other, so that a password alone never replaces a factor.
 */
@Stateless
@PermitAll
public class SecondFactorService {

    @Inject
    StaffAccounts accounts;

    @Inject
    StaffSessions sessions;

    @Inject
    RecoveryCodeRows recovery;

    @Inject
    Passkeys passkeys;

    @Inject
    Passage passage;

    @Inject
    SecretBox box;

    @Inject
    ClinicTime time;

    /**
     * The device that is about to be set up; asked again it is the same. Empty for a key that may set up none.
     *
     * @param key    of a sign-in
     * @param clinic the name the device shows
     */
    public Optional<Enrolment> enrolment(String key, String clinic) {
        return passage.enroller(key).map(account -> enrolment(account, clinic));
    }

    private Enrolment enrolment(StaffAccount account, String clinic) {
        String secret = account.nextDevice().map(sealed -> box.open(sealed, account.id().toString())).orElseGet(Totp::newSecret);
        if (account.nextDevice().isEmpty()) {
            account.beginDevice(box.seal(secret, account.id().toString()));
        }
        String uri = Totp.uri(secret, clinic, account.username());
        return new Enrolment(secret.replaceAll("(.{4})(?!$)", "$1 "), Totp.square(uri), Totp.squareSize(uri));
    }

    /** The device shows its first code. Refuses with {@link CodeDoesNotFit}. From then on it is asked at every sign-in. */
    public Enrolled confirm(String key, String typed, String address) {
        StaffAccount account = passage.enroller(key).orElseThrow(SignInNotThere::new);
        String secret = account.nextDevice().map(sealed -> box.open(sealed, account.id().toString())).orElseThrow(SignInNotThere::new);
        OptionalLong step = Totp.stepOf(secret, typed.replaceAll("\\s", ""), time.now());
        if (step.isEmpty()) {
            throw new CodeDoesNotFit();
        }
        account.confirmDevice(step.getAsLong());
        return new Enrolled(passage.wholeKey(account, key, address), recovery.renew(account.id()));
    }

    /** How the person with this whole sign-in signs in. */
    public MySignIn mine(String key) {
        StaffAccount account = sessions.accountOf(key, time.now()).flatMap(accounts::findForChange).orElseThrow(SignInNotThere::new);
        return new MySignIn(account.isSecondFactorAsked(), account.device().isPresent(), recovery.left(account.id()), passkeys.of(account.id()));
    }
}
