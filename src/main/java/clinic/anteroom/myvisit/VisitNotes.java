package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ticks and safety words of visits. */
@ApplicationScoped
class VisitNotes {

    @PersistenceContext
    EntityManager entities;

    /** The form behind a visit and the tests of it that the visit answers. */
    record Form(UUID responseId, Set<String> tests) {
    }

    /** What is known about the preparation of these visits, in no order; one query for all of them. */
    List<Prepared> prepared(Collection<UUID> appointmentIds) {
        return Rows.of(entities.createNativeQuery("""
                        select a.id, a.patient_id, a.visit_type, a.starts_at, a.screened_at,
                               (select case when c.still_true then c.said_at end from safety_confirmation c where c.appointment_id = a.id order by c.said_at desc, c.id desc limit 1),
                               coalesce((select string_agg(distinct i.interlock, ' ') from appointment_request r join order_interlock i on i.service_request_id = r.service_request_id
                                         where r.appointment_id = a.id and r.live), ''),
                               coalesce((select string_agg(t.sheet || ' ' || t.step || ' ' || extract(epoch from t.done_at), ',') from preparation_tick t where t.appointment_id = a.id), '')
                        from appointment a where a.id in (select cast(one as uuid) from unnest(string_to_array(?1, ' ')) as one)""")
                        .setParameter(1, appointmentIds.stream().map(UUID::toString).collect(Collectors.joining(" ")))).stream()
                .map(row -> new Prepared(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.instant(row[3]), Rows.instant(row[4]), Rows.instant(row[5]),
                        words((String) row[6], " "), ticks((String) row[7]))).toList();
    }

    private static Set<String> words(String all, String between) {
        return all.isEmpty() ? Set.of() : Set.of(all.split(between));
    }

    private static Map<String, Instant> ticks(String all) {
        Map<String, Instant> ticks = new HashMap<>();
        for (String tick : words(all, ",")) {
            String[] parts = tick.split(" ");
            ticks.put(parts[0] + " " + parts[1], Instant.ofEpochMilli((long) (Double.parseDouble(parts[2]) * 1000)));
        }
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
