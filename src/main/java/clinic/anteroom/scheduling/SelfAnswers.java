package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Whether patients come: the same answers that the desk writes down when it asks by phone. */
@ApplicationScoped
class SelfAnswers {

    @PersistenceContext
    EntityManager entities;

    /** The patient says: I come. It replaces whatever the desk knew. */
    void comes(UUID appointmentId, String by, Instant now) {
        entities.createNativeQuery("""
                        insert into visit_answer (appointment_id, answer, by_whom, at) values (cast(?1 as uuid), 'CONFIRMED', ?2, cast(?3 as timestamptz))
                        on conflict (appointment_id) do update set answer = excluded.answer, by_whom = excluded.by_whom, at = excluded.at""")
                .setParameter(1, appointmentId.toString()).setParameter(2, by).setParameter(3, now.toString()).executeUpdate();
    }

    /** What was said about another time says nothing about this one. */
    void forget(UUID appointmentId) {
        entities.createNativeQuery("delete from visit_answer where appointment_id = cast(?1 as uuid)").setParameter(1, appointmentId.toString()).executeUpdate();
    }

    /** Whether somebody has said that the patient comes. */
    boolean isComing(UUID appointmentId) {
        return Rows.number(entities.createNativeQuery("select count(*) from visit_answer where appointment_id = cast(?1 as uuid) and answer = 'CONFIRMED'")
                .setParameter(1, appointmentId.toString()).getSingleResult()) > 0;
    }
}
