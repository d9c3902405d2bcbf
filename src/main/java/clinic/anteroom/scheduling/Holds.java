package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Times kept for a while. Their end is told by the database's clock, which every application server shares. */
@ApplicationScoped
class Holds {

    /** How long a hold lives. */
    static final Duration LIFE = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entities;

    /** This moment by the database's clock; the same in one transaction. */
    Instant databaseNow() {
        return Rows.instant(entities.createNativeQuery("select now()").getSingleResult());
    }

    /**
     * Frees what holds that have ended still keep. A row that another transaction is clearing is left to it: whoever
     * then takes the time waits for that transaction at the exclusion constraint.
     */
    void clearExpired() {
        entities.createNativeQuery("""
                        update appointment set status = 'CANCELLED', cancel_reason = 'HOLD_EXPIRED', expires_at = null, version = version + 1
                        where id in (select id from appointment where expires_at <= now() order by id for update skip locked)""")
                .executeUpdate();
    }

    /** Lets go what this person held for this patient: one hold is enough, and the next choice replaces it. */
    void releaseOwn(UUID patientId, String by) {
        entities.createNativeQuery("""
                        update appointment set status = 'CANCELLED', cancel_reason = 'HOLD_RELEASED', expires_at = null, version = version + 1
                        where patient_id = cast(?1 as uuid) and created_by = ?2 and expires_at is not null""")
                .setParameter(1, patientId.toString())
                .setParameter(2, by)
                .executeUpdate();
    }
}
