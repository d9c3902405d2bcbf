package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When people are away by their own word, and what was booked with them. */
@ApplicationScoped
class Absences {

    @PersistenceContext
    EntityManager entities;

    /** What ends after now, the next first. */
    List<OwnAbsence> of(UUID practitioner, Instant now) {
        return Rows.of(entities.createNativeQuery("""
                        select b.id, lower(b.during), upper(b.during), b.reason_code,
                               (select count(distinct a.id) from occupancy o join appointment a on a.id = o.appointment_id
                                where o.resource_id = b.resource_id and o.live and o.during && b.during and a.status = 'BOOKED')
                        from absence b
                        where b.resource_id = cast(?1 as uuid) and b.reason_code is not null and upper(b.during) > cast(?2 as timestamptz)
                        order by lower(b.during), b.id""").setParameter(1, practitioner.toString()).setParameter(2, now.toString())).stream()
                .map(row -> new OwnAbsence(Rows.id(row[0]), Rows.range(row[1], row[2]), (String) row[3], Rows.number(row[4]))).toList();
    }

    /** Visits booked with somebody in a stretch, by start. */
    List<AffectedVisit> affected(UUID practitioner, TimeRange when) {
        return Rows.of(entities.createNativeQuery("""
                        select a.id, a.patient_id, p.given_name || ' ' || p.family_name, a.starts_at, a.ends_at, k.name
                        from appointment a join patient p on p.id = a.patient_id join visit_type k on k.code = a.visit_type
                        where a.status = 'BOOKED' and a.expires_at is null
                          and exists (select from occupancy o where o.appointment_id = a.id and o.live and o.resource_id = cast(?1 as uuid)
                                      and o.during && tstzrange(cast(?2 as timestamptz), cast(?3 as timestamptz)))
                        order by a.starts_at, a.id""").setParameter(1, practitioner.toString())
                        .setParameter(2, when.start().toString()).setParameter(3, when.end().toString())).stream()
                .map(row -> new AffectedVisit(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.instant(row[3]), Rows.instant(row[4]), (String) row[5]))
                .toList();
    }

    /** How many visits are booked with somebody in a stretch that a lock keeps from who asks: times carry no lock, visits do. */
    int locked(UUID practitioner, TimeRange when) {
        return Rows.number(entities.createNativeQuery("""
                        select count(distinct o.appointment_id) from occupancy o
                        where o.live and o.resource_id = cast(?1 as uuid) and o.during && tstzrange(cast(?2 as timestamptz), cast(?3 as timestamptz))
                          and not exists (select from appointment a where a.id = o.appointment_id)""").setParameter(1, practitioner.toString())
                .setParameter(2, when.start().toString()).setParameter(3, when.end().toString()).getSingleResult());
    }

    /** Whether somebody is away by their own word within the stretch already. */
    boolean overlaps(UUID practitioner, TimeRange when) {
        return !entities.createNativeQuery("""
                        select 1 from absence where resource_id = cast(?1 as uuid) and reason_code is not null
                          and during && tstzrange(cast(?2 as timestamptz), cast(?3 as timestamptz))""").setParameter(1, practitioner.toString())
                .setParameter(2, when.start().toString()).setParameter(3, when.end().toString()).getResultList().isEmpty();
    }

    /** Says why in a code: only then the database keeps bookings out. */
    UUID add(UUID practitioner, TimeRange when, String reason, String words, String by) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into absence (id, resource_id, during, reason_code, reason, by_whom)
                        values (cast(?1 as uuid), cast(?2 as uuid), tstzrange(cast(?3 as timestamptz), cast(?4 as timestamptz), '[)'), ?5, ?6, ?7)""")
                .setParameter(1, id.toString()).setParameter(2, practitioner.toString()).setParameter(3, when.start().toString())
                .setParameter(4, when.end().toString()).setParameter(5, reason).setParameter(6, words).setParameter(7, by).executeUpdate();
        return id;
    }

    /** Takes one back; false if it is not theirs or not there. */
    boolean remove(UUID practitioner, UUID absence) {
        return entities.createNativeQuery("delete from absence where id = cast(?1 as uuid) and resource_id = cast(?2 as uuid) and reason_code is not null")
                .setParameter(1, absence.toString()).setParameter(2, practitioner.toString()).executeUpdate() == 1;
    }
}
