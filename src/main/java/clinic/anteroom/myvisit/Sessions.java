package clinic.anteroom.myvisit;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Browsers that proved to be a patient's: 20 minutes without a press, two hours in all. */
@ApplicationScoped
class Sessions {

    private static final Duration IDLE = Duration.ofMinutes(20);
    private static final Duration WHOLE = Duration.ofHours(2);

    /** Stands in a key between the session's own and the right to act for somebody else. */
    static final String FOR = ":";

    @PersistenceContext
    EntityManager entities;

    /** The part of a key that is the session's own. */
    static String own(String key) {
        return key == null ? null : key.split(FOR, 2)[0];
    }

    /** The right to act that a key comes with; empty for one's own, and for what is no id. */
    static Optional<UUID> right(String key) {
        int at = key == null ? -1 : key.indexOf(FOR);
        return at < 0 || !key.substring(at + 1).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.empty() : Optional.of(UUID.fromString(key.substring(at + 1)));
    }

    /** A name as the house knows it. */
    String name(UUID patientId) {
        return (String) entities.createNativeQuery("select given_name || ' ' || family_name from patient where id = cast(?1 as uuid)")
                .setParameter(1, patientId.toString()).getSingleResult();
    }

    /** Opens one; its key is told once. */
    String open(UUID patientId, Instant now) {
        String key = Secrets.key();
        entities.createNativeQuery("""
                        insert into visit_session (key_hash, patient_id, opened_at, last_seen_at)
                        values (?1, cast(?2 as uuid), cast(?3 as timestamptz), cast(?3 as timestamptz))""")
                .setParameter(1, Sha256.of(key)).setParameter(2, patientId.toString()).setParameter(3, now.toString()).executeUpdate();
        return key;
    }

    /** Whose browser it is, whoever it acts for, seen now; empty for a key that opens nothing or no more. */
    Optional<UUID> holderOf(String key, Instant now) {
        if (key == null) {
            return Optional.empty();
        }
        return Rows.ids(entities.createNativeQuery("""
                        update visit_session set last_seen_at = greatest(last_seen_at, cast(?2 as timestamptz))
                        where key_hash = ?1 and ended_at is null and last_seen_at > cast(?3 as timestamptz) and opened_at > cast(?4 as timestamptz)
                        returning patient_id""")
                .setParameter(1, Sha256.of(own(key))).setParameter(2, now.toString())
                .setParameter(3, now.minus(IDLE).toString()).setParameter(4, now.minus(WHOLE).toString())).stream().findFirst();
    }

    /** Ends it. */
    void end(String key, Instant now) {
        entities.createNativeQuery("update visit_session set ended_at = cast(?2 as timestamptz) where key_hash = ?1 and ended_at is null")
                .setParameter(1, Sha256.of(own(key))).setParameter(2, now.toString()).executeUpdate();
    }
}
