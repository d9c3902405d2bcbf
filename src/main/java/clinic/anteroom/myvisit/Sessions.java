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

    @PersistenceContext
    EntityManager entities;

    /** Opens one; its key is told once. */
    String open(UUID patientId, Instant now) {
        String key = Secrets.key();
        entities.createNativeQuery("""
                        insert into visit_session (key_hash, patient_id, opened_at, last_seen_at)
                        values (?1, cast(?2 as uuid), cast(?3 as timestamptz), cast(?3 as timestamptz))""")
                .setParameter(1, Sha256.of(key)).setParameter(2, patientId.toString()).setParameter(3, now.toString()).executeUpdate();
        return key;
    }

    /** Whose browser it is, seen now; empty for a key that opens nothing or no more. */
    Optional<UUID> patientOf(String key, Instant now) {
        if (key == null) {
            return Optional.empty();
        }
        return Rows.ids(entities.createNativeQuery("""
                        update visit_session set last_seen_at = greatest(last_seen_at, cast(?2 as timestamptz))
                        where key_hash = ?1 and ended_at is null and last_seen_at > cast(?3 as timestamptz) and opened_at > cast(?4 as timestamptz)
                        returning patient_id""")
                .setParameter(1, Sha256.of(key)).setParameter(2, now.toString())
                .setParameter(3, now.minus(IDLE).toString()).setParameter(4, now.minus(WHOLE).toString())).stream().findFirst();
    }

    /** Ends it. */
    void end(String key, Instant now) {
        entities.createNativeQuery("update visit_session set ended_at = cast(?2 as timestamptz) where key_hash = ?1 and ended_at is null")
                .setParameter(1, Sha256.of(key)).setParameter(2, now.toString()).executeUpdate();
    }
}
