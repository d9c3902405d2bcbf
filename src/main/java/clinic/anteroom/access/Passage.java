package clinic.anteroom.access;

import clinic.anteroom.access.proof.RecoveryCodes;
import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.access.proof.Totp;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/** The steps from the password to a whole sign-in, as the services of the door share them. Accounts come in locked. */
@ApplicationScoped
class Passage {

    @Inject
    StaffAccounts accounts;

    @Inject
    StaffAddresses addresses;

    @Inject
    StaffSessions sessions;

    @Inject
    RecoveryCodeRows recovery;

    @Inject
    Passkeys passkeys;

    @Inject
    SecretBox box;

    @Inject
    ClinicTime time;

    /** Somebody whose first proof was good. */
    SignInStep passed(StaffAccount account, String address) {
        SignInStep.Next next = next(account);
        if (next == SignInStep.Next.IN) {
            addresses.right(account, address, time.now());
        }
        return new SignInStep(sessions.open(account.id(), next == SignInStep.Next.IN, time.now()), next);
    }

    /** What follows the first proof. */
    SignInStep.Next next(StaffAccount account) {
        if (hasSecond(account)) {
            return SignInStep.Next.CODE;
        }
        return account.isSecondFactorAsked() ? SignInStep.Next.SET_UP : SignInStep.Next.IN;
    }

    /** Opens the whole sign-in in the place of one that waited. */
    String whole(StaffAccount account, String waitingKey, String address) {
        sessions.end(waitingKey, time.now());
        addresses.right(account, address, time.now());
        return sessions.open(account.id(), true, time.now());
    }

    /** Whether a code is this account's, of this time, and was not used before. It is used up by this. */
    boolean takes(StaffAccount account, String typed) {
        if (RecoveryCodes.isMeant(typed)) {
            return recovery.use(account.id(), typed, time.now());
        }
        OptionalLong step = account.device().map(sealed -> Totp.stepOf(box.open(sealed, account.id().toString()), typed.replaceAll("\\s", ""), time.now()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && account.takeStep(step.getAsLong());
    }

    /** The account that may set up a factor with this key: of a whole sign-in, or of one that waits and has none yet. */
    Optional<StaffAccount> enroller(String key) {
        return sessions.accountOf(key, time.now()).flatMap(accounts::findForChange)
                .or(() -> sessions.waiting(key, time.now()).flatMap(accounts::findForChange).filter(account -> !hasSecond(account)));
    }

    /** The key after a factor was set up: a sign-in that waited is whole now; null for one that was whole before. */
    String wholeKey(StaffAccount account, String key, String address) {
        return sessions.waiting(key, time.now()).isEmpty() ? null : whole(account, key, address);
    }

    private boolean hasSecond(StaffAccount account) {
        return account.device().isPresent() || !passkeys.of(account.id()).isEmpty();
    }
}
