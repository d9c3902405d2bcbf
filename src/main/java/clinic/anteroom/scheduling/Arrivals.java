package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Visits by the code a patient holds. */
@ApplicationScoped
class Arrivals {

    @PersistenceContext
    EntityManager entities;

    /** The booked visit with this reference that begins in the window and has nothing open before it. */
    Optional<UUID> today(String reference, Instant from, Instant until) {
        return Rows.ids(entities.createNativeQuery("""
                        select a.id from appointment a join visit_type k on k.code = a.visit_type
                        where visit_reference(a.id) = ?1 and a.status = 'BOOKED'
                          and a.starts_at between cast(?2 as timestamptz) and cast(?3 as timestamptz)
                          and (k.screening is null or a.screened_at is not null)""")
                .setParameter(1, reference).setParameter(2, from.toString()).setParameter(3, until.toString())).stream().findFirst();
    }

    /** Visits that began in the window and of which nobody has said anything, locked against a desk that does so now. */
    List<UUID> stillBooked(TimeRange window) {
        return Rows.ids(entities.createNativeQuery("""
                        select id from appointment where status = 'BOOKED' and starts_at >= cast(?1 as timestamptz) and starts_at < cast(?2 as timestamptz)
                        order by id for update skip locked""")
                .setParameter(1, window.start().toString()).setParameter(2, window.end().toString()));
    }

    /** Who is asked in now, at most eight. */
    List<CalledIn> calledIn() {
        return Rows.of(entities.createNativeQuery("""
                        select right(visit_reference(a.id), 4),
                               (select min(n.name) from occupancy o join resource r on r.id = o.resource_id and r.kind = 'LOCATION'
                                join resource_name n on n.id = r.id where o.appointment_id = a.id and o.live)
                        from appointment a join appointment_place w on w.appointment_id = a.id
                        where a.status = 'CHECKED_IN' and w.since > now() - interval '30 minutes'
                        order by w.since desc limit 8"""))
                .stream().map(row -> new CalledIn((String) row[0], (String) row[1])).toList();
    }
}
