package clinic.anteroom.access;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Sign-ins of the staff: 15 minutes without a request, 10 hours in all; ten minutes between password and second factor. Whether the account
 * is open, its role and its password are still those of the sign-in is asked each time.
 */
@ApplicationScoped
class StaffSessions {

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration WHOLE = Duration.ofHours(10);
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final Duration NOTED = Duration.ofSeconds(20);
    private static final int CODES = 5;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager entities;

    /** A sign-in that waits for its second factor. */
    record Waiting(UUID accountId, String keyHash) {
    }

    /** Opens one; its key is told once. */
    String open(UUID accountId, boolean whole, Instant now) {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        entities.createNativeQuery("""
                        insert into staff_session (key_hash, account_id, role, password_mark, proved, opened_at, last_seen_at)
                        select ?1, id, role, md5(password_hash), ?3, cast(?4 as timestamptz), cast(?4 as timestamptz) from staff_account where id = cast(?2 as uuid)""")
                .setParameter(1, Sha256.of(key)).setParameter(2, accountId.toString()).setParameter(3, whole ? "WHOLE" : "PASSWORD")
                .setParameter(4, now.toString()).executeUpdate();
        return key;
    }

    /**
     * Whose sign-in this is; empty for a key that opens nothing or no more.
     *
     * @param counts whether the request shows that somebody is there
     */
    Optional<SignedIn> holderOf(String key, boolean counts, Instant now) {
        Optional<Object[]> row = find(key, "WHOLE", now.minus(IDLE), now.minus(WHOLE));
        row.filter(found -> counts && Rows.instant(found[4]).isBefore(now.minus(NOTED))).ifPresent(found -> entities
                .createNativeQuery("update staff_session set last_seen_at = greatest(last_seen_at, cast(?2 as timestamptz)) where key_hash = ?1")
                .setParameter(1, Sha256.of(key)).setParameter(2, now.toString()).executeUpdate());
        return row.map(found -> new SignedIn((String) found[1], (String) found[2], (String) found[3]));
    }

    /** When this sign-in ends if nobody does anything; empty for one that has ended. */
    Optional<Instant> endOf(String key, Instant now) {
        return find(key, "WHOLE", now.minus(IDLE), now.minus(WHOLE)).map(found -> {
            Instant idle = Rows.instant(found[4]).plus(IDLE);
            Instant whole = Rows.instant(found[5]).plus(WHOLE);
            return idle.isBefore(whole) ? idle : whole;
        });
    }

    /** The account of a whole sign-in. */
    Optional<UUID> accountOf(String key, Instant now) {
        return find(key, "WHOLE", now.minus(IDLE), now.minus(WHOLE)).map(found -> Rows.id(found[0]));
    }

    /** The account that waits for its second factor; after five codes that were wrong the password is asked for again. */
    Optional<UUID> waiting(String key, Instant now) {
        return find(key, "PASSWORD", now.minus(BETWEEN), now.minus(BETWEEN)).map(found -> Rows.id(found[0]));
    }

    void countCode(String key) {
        entities.createNativeQuery("update staff_session set codes_tried = codes_tried + 1 where key_hash = ?1").setParameter(1, Sha256.of(key)).executeUpdate();
    }

    void end(String key, Instant now) {
        entities.createNativeQuery("update staff_session set ended_at = cast(?2 as timestamptz) where key_hash = ?1 and ended_at is null")
                .setParameter(1, Sha256.of(key)).setParameter(2, now.toString()).executeUpdate();
    }

    /** Ends every sign-in of an account but the one with this key; null: every one. */
    void endOthers(UUID accountId, String key, Instant now) {
        entities.createNativeQuery("update staff_session set ended_at = cast(?3 as timestamptz) where account_id = cast(?1 as uuid) and key_hash <> ?2 and ended_at is null")
                .setParameter(1, accountId.toString()).setParameter(2, key == null ? "" : Sha256.of(key)).setParameter(3, now.toString()).executeUpdate();
    }

    private Optional<Object[]> find(String key, String proved, Instant seenAfter, Instant openedAfter) {
        if (key == null || key.length() != 2 * KEY_BYTES) {
            return Optional.empty();
        }
        return Rows.of(entities.createNativeQuery("""
                        select a.id, a.username, a.display_name, a.role, s.last_seen_at, s.opened_at from staff_session s join staff_account a on a.id = s.account_id
                        where s.key_hash = ?1 and s.proved = ?2 and s.ended_at is null and s.last_seen_at > cast(?3 as timestamptz)
                          and s.opened_at > cast(?4 as timestamptz) and s.codes_tried < ?5
                          and a.active and a.role = s.role and md5(a.password_hash) = s.password_mark""")
                .setParameter(1, Sha256.of(key)).setParameter(2, proved).setParameter(3, seenAfter.toString()).setParameter(4, openedAfter.toString())
                .setParameter(5, CODES)).stream().findFirst();
    }
}
