package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Ticks and safety words of visits. */
@ApplicationScoped
class VisitNotes {

    @PersistenceContext
    EntityManager entities;

    /** The form behind a visit and the tests of it that the visit answers. */
    record Form(UUID responseId, Set<String> tests) {
    }

    Map<String, Instant> ticks(UUID appointmentId) {
        Map<String, Instant> ticks = new HashMap<>();
        Rows.of(entities.createNativeQuery("select sheet, step, done_at from preparation_tick where appointment_id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString())).forEach(row -> ticks.put(row[0] + " " + row[1], Rows.instant(row[2])));
        return ticks;
    }

    void tick(UUID appointmentId, String sheet, String step, boolean done, Instant now) {
        if (done) {
            entities.createNativeQuery("""
                            insert into preparation_tick (appointment_id, sheet, step, done_at) values (cast(?1 as uuid), ?2, ?3, cast(?4 as timestamptz))
                            on conflict do nothing""")
                    .setParameter(1, appointmentId.toString()).setParameter(2, sheet).setParameter(3, step).setParameter(4, now.toString()).executeUpdate();
        } else {
            entities.createNativeQuery("delete from preparation_tick where appointment_id = cast(?1 as uuid) and sheet = ?2 and step = ?3")
                    .setParameter(1, appointmentId.toString()).setParameter(2, sheet).setParameter(3, step).executeUpdate();
        }
    }

    Optional<Form> form(UUID appointmentId) {
        Set<String> tests = new HashSet<>();
        UUID response = null;
        for (Object[] row : Rows.of(entities.createNativeQuery("select response_id, test from visit_form where appointment_id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString()))) {
            response = Rows.id(row[0]);
            tests.add((String) row[1]);
        }
        return response == null ? Optional.empty() : Optional.of(new Form(response, tests));
    }

    /** The last word on the safety answers; empty if there is none. */
    Optional<Boolean> safety(UUID appointmentId) {
        return entities.createNativeQuery("select still_true from safety_confirmation where appointment_id = cast(?1 as uuid) order by said_at desc, id desc limit 1")
                .setParameter(1, appointmentId.toString()).getResultStream().map(found -> (Boolean) found).findFirst();
    }

    UUID addSafety(UUID appointmentId, boolean stillTrue, String words, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into safety_confirmation (id, appointment_id, still_true, words, said_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, cast(?5 as timestamptz))""")
                .setParameter(1, id.toString()).setParameter(2, appointmentId.toString()).setParameter(3, stillTrue).setParameter(4, words)
                .setParameter(5, now.toString()).executeUpdate();
        return id;
    }
}
