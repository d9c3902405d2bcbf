package clinic.anteroom.scheduling;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which visits belong together. */
@ApplicationScoped
class VisitGroups {

    @PersistenceContext
    EntityManager entities;

    /** Ties visits together, in order. */
    void tie(BookTogether.Kind kind, UUID patientId, List<UUID> appointmentIds, Instant now) {
        UUID group = NewId.next();
        entities.createNativeQuery("insert into visit_group (id, kind, patient_id, created_at) values (cast(?1 as uuid), ?2, cast(?3 as uuid), cast(?4 as timestamptz))")
                .setParameter(1, group.toString())
                .setParameter(2, kind.name())
                .setParameter(3, patientId.toString())
                .setParameter(4, now.toString())
                .executeUpdate();
        for (int i = 0; i < appointmentIds.size(); i++) {
            entities.createNativeQuery("insert into visit_group_member (group_id, appointment_id, ordinal) values (cast(?1 as uuid), cast(?2 as uuid), ?3)")
                    .setParameter(1, group.toString())
                    .setParameter(2, appointmentIds.get(i).toString())
                    .setParameter(3, i + 1)
                    .executeUpdate();
        }
    }

    /** The visit and those that belong to it, in order; the visit alone if it stands alone. */
    List<UUID> around(UUID appointmentId) {
        List<UUID> group = Rows.ids(entities.createNativeQuery("""
                        select other.appointment_id from visit_group_member mine
                        join visit_group_member other on other.group_id = mine.group_id
                        where mine.appointment_id = cast(?1 as uuid) order by other.ordinal""")
                .setParameter(1, appointmentId.toString()));
        return group.isEmpty() ? List.of(appointmentId) : group;
    }

    /** The end of the leg before and the start of the leg after that are still to come or took place; null where there is none. */
    Instant[] neighbours(UUID appointmentId) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select max(a.ends_at) filter (where other.ordinal < mine.ordinal), min(a.starts_at) filter (where other.ordinal > mine.ordinal)
                        from visit_group_member mine
                        join visit_group g on g.id = mine.group_id and g.kind = 'LEGS'
                        join visit_group_member other on other.group_id = mine.group_id and other.appointment_id <> mine.appointment_id
                        join appointment a on a.id = other.appointment_id and a.live
                        where mine.appointment_id = cast(?1 as uuid)""")
                .setParameter(1, appointmentId.toString()));
        return new Instant[] {Rows.instant(rows.get(0)[0]), Rows.instant(rows.get(0)[1])};
    }
}
