package clinic.anteroom.access;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where each account has signed in before, and where somebody guesses at it. A wrong password slows the place it was typed at and no other: passwords are
 * made here, of 80 random bits, and many places together guess one no sooner than one does. Wrong codes come from somebody who knows the password, and six
 * digits can be guessed: at a place of the owner's they slow that place, anywhere else they slow all places the account does not know.
 */
@ApplicationScoped
class StaffAddresses {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    /** What was tried in vain at one place, and until when it has to wait. */
    private record Tries(int failed, Instant until) {

        boolean areOver(Instant now) {
            return until == null || !now.isBefore(until);
        }
    }

    /** Whether a password may be tried for the account from here at this moment; an account that is closed may not. */
    boolean mayTryPassword(StaffAccount account, String address, Instant now) {
        return account.isActive() && known(account, address).or(() -> guessed(account, address)).map(tries -> tries.areOver(now)).orElse(true);
    }

    /** Whether six digits may be tried for the account from here at this moment. */
    boolean mayTryCode(StaffAccount account, String address, Instant now) {
        return account.isActive() && known(account, address).orElseGet(() -> new Tries(0, account.retryAfter().orElse(null))).areOver(now);
    }

    /** A password was wrong. */
    void wrongPassword(StaffAccount account, String address, Instant now) {
        Optional<Tries> known = known(account, address);
        if (known.isPresent()) {
            wrongHere(account, address, known.get(), now);
            return;
        }
        int failed = guessed(account, address).map(Tries::failed).orElse(0) + 1;
        entities.createNativeQuery("delete from staff_guess where account_id = cast(?1 as uuid) and tried_at < cast(?2 as timestamptz)")
                .setParameter(1, account.id().toString()).setParameter(2, now.minus(REMEMBERED).toString()).executeUpdate();
        entities.createNativeQuery("""
                        insert into staff_guess (account_id, address, failed_attempts, retry_after, tried_at)
                        values (cast(?1 as uuid), ?2, ?3, cast(?4 as timestamptz), cast(?5 as timestamptz))
                        on conflict (account_id, address) do update set failed_attempts = excluded.failed_attempts, retry_after = excluded.retry_after, tried_at = excluded.tried_at""")
                .setParameter(1, account.id().toString()).setParameter(2, address).setParameter(3, failed)
                .setParameter(4, until(failed, now)).setParameter(5, now.toString()).executeUpdate();
    }

    /** A code was wrong; the password before it was right. */
    void wrongCode(StaffAccount account, String address, Instant now) {
        known(account, address).ifPresentOrElse(tries -> wrongHere(account, address, tries, now), () -> account.wrong(now));
    }

    /** Somebody is in: from now on this is a place of theirs. */
    void right(StaffAccount account, String address, Instant now) {
        if (known(account, address).isEmpty()) {
            account.right();
        }
        entities.createNativeQuery("delete from staff_guess where account_id = cast(?1 as uuid) and address = ?2")
                .setParameter(1, account.id().toString()).setParameter(2, address).executeUpdate();
        entities.createNativeQuery("""
                        insert into staff_address (account_id, address, seen_at) values (cast(?1 as uuid), ?2, cast(?3 as timestamptz))
                        on conflict (account_id, address) do update set failed_attempts = 0, retry_after = null, seen_at = excluded.seen_at""")
                .setParameter(1, account.id().toString()).setParameter(2, address).setParameter(3, now.toString()).executeUpdate();
    }

    private void wrongHere(StaffAccount account, String address, Tries before, Instant now) {
        entities.createNativeQuery("""
                        update staff_address set failed_attempts = ?3, retry_after = cast(?4 as timestamptz) where account_id = cast(?1 as uuid) and address = ?2""")
                .setParameter(1, account.id().toString()).setParameter(2, address).setParameter(3, before.failed() + 1)
                .setParameter(4, until(before.failed() + 1, now)).executeUpdate();
    }

    private static String until(int failed, Instant now) {
        return StaffAccount.retryAfter(failed, now).map(Instant::toString).orElse(null);
    }

    private Optional<Tries> known(StaffAccount account, String address) {
        return tries("select failed_attempts, retry_after from staff_address where account_id = cast(?1 as uuid) and address = ?2", account, address);
    }

    private Optional<Tries> guessed(StaffAccount account, String address) {
        return tries("select failed_attempts, retry_after from staff_guess where account_id = cast(?1 as uuid) and address = ?2", account, address);
    }

    private Optional<Tries> tries(String question, StaffAccount account, String address) {
        return Rows.of(entities.createNativeQuery(question).setParameter(1, account.id().toString()).setParameter(2, address)).stream().findFirst()
                .map(row -> new Tries(Rows.number(row[0]), row[1] == null ? null : Rows.instant(row[1])));
    }
}
