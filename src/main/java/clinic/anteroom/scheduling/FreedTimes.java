package clinic.anteroom.scheduling;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Times that became free and that somebody of the desk has to decide about. */
@ApplicationScoped
class FreedTimes {

    /** More than anybody decides about at once; the others come up as these are settled. */
    private static final int SHOWN = 12;

    /** A freed time without those who could have it. */
    record Row(UUID id, String visitType, String visitName, Instant start, Instant freedAt) {
    }

    @PersistenceContext
    EntityManager entities;

    /** The desk should look at it; once for each visit and time. */
    void add(UUID appointmentId, String visitType, Instant start, Instant now) {
        entities.createNativeQuery("""
                        insert into freed_time (id, appointment_id, visit_type, starts_at, freed_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as timestamptz), cast(?5 as timestamptz))
                        on conflict (appointment_id, starts_at) where settled_at is null do update set freed_at = excluded.freed_at""")
                .setParameter(1, NewId.next().toString()).setParameter(2, appointmentId.toString()).setParameter(3, visitType)
                .setParameter(4, start.toString()).setParameter(5, now.toString()).executeUpdate();
    }

    /** Those whose time can still be told, the next one first. */
    List<Row> open(Instant earliest) {
        return Rows.of(entities.createNativeQuery("""
                        select f.id, f.visit_type, k.name, f.starts_at, f.freed_at from freed_time f join visit_type k on k.code = f.visit_type
                        where f.settled_at is null and f.starts_at >= cast(?1 as timestamptz) order by f.starts_at, f.id limit ?2""")
                        .setParameter(1, earliest.toString()).setParameter(2, SHOWN)).stream()
                .map(row -> new Row(Rows.id(row[0]), (String) row[1], (String) row[2], Rows.instant(row[3]), Rows.instant(row[4]))).toList();
    }

    /** Decided; a second decision changes nothing. */
    boolean settle(UUID id, String how, String by, Instant now) {
        return entities.createNativeQuery("""
                        update freed_time set settled_at = cast(?2 as timestamptz), settled_by = ?3, settled_how = ?4
                        where id = cast(?1 as uuid) and settled_at is null""")
                .setParameter(1, id.toString()).setParameter(2, now.toString()).setParameter(3, by).setParameter(4, how).executeUpdate() == 1;
    }

    /** The visit has its time again. */
    void takenAgain(UUID appointmentId, Instant now) {
        entities.createNativeQuery("""
                        update freed_time f set settled_at = cast(?2 as timestamptz), settled_how = 'TAKEN_AGAIN'
                        from appointment a where a.id = f.appointment_id and f.appointment_id = cast(?1 as uuid) and f.settled_at is null and a.live and a.starts_at = f.starts_at""")
                .setParameter(1, appointmentId.toString()).setParameter(2, now.toString()).executeUpdate();
    }
}
