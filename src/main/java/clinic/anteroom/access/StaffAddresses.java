package clinic.anteroom.access;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where each account has signed in before. Wrong tries from such a place slow that place; wrong tries from anywhere else slow everywhere else,
 * so a guesser far away cannot keep anybody from their own desk.
 */
@ApplicationScoped
class StaffAddresses {

    @PersistenceContext
    EntityManager entities;

    /** Whether the account may be tried from here at this moment; an account that is closed may not. */
    boolean mayTry(StaffAccount account, String address, Instant now) {
        Optional<Object[]> known = known(account.id(), address);
        return account.isActive() && known.map(row -> Rows.instant(row[1])).or(() -> known.isPresent() ? Optional.empty() : account.retryAfter())
                .map(until -> !now.isBefore(until)).orElse(true);
    }

    /** A password or a code was wrong. */
    void wrong(StaffAccount account, String address, Instant now) {
        Optional<Object[]> known = known(account.id(), address);
        if (known.isEmpty()) {
            account.wrong(now);
            return;
        }
        int failed = Rows.number(known.get()[0]) + 1;
        Instant until = StaffAccount.retryAfter(failed, now).orElse(null);
        entities.createNativeQuery("""
                        update staff_address set failed_attempts = ?3, retry_after = cast(?4 as timestamptz) where account_id = cast(?1 as uuid) and address = ?2""")
                .setParameter(1, account.id().toString()).setParameter(2, address).setParameter(3, failed)
                .setParameter(4, until == null ? null : until.toString()).executeUpdate();
    }

    /** Somebody is in: from now on this is a place of theirs. */
    void right(StaffAccount account, String address, Instant now) {
        if (known(account.id(), address).isEmpty()) {
            account.right();
        }
        entities.createNativeQuery("""
                        insert into staff_address (account_id, address, seen_at) values (cast(?1 as uuid), ?2, cast(?3 as timestamptz))
                        on conflict (account_id, address) do update set failed_attempts = 0, retry_after = null, seen_at = excluded.seen_at""")
                .setParameter(1, account.id().toString()).setParameter(2, address).setParameter(3, now.toString()).executeUpdate();
    }

    private Optional<Object[]> known(UUID accountId, String address) {
        return Rows.of(entities.createNativeQuery("select failed_attempts, retry_after from staff_address where account_id = cast(?1 as uuid) and address = ?2")
                .setParameter(1, accountId.toString()).setParameter(2, address)).stream().findFirst();
    }
}
