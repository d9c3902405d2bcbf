package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is taken by whom: the rows over which PostgreSQL keeps the exclusion constraint. */
@ApplicationScoped
class Occupancies {

    /**
     * Takes one stretch, or does nothing if it is taken. "Do nothing" waits for a rival's transaction and then counts
     * zero rows; a plain insert would fail and, with many rivals, die in deadlocks.
     */
    static final String TAKE = """
            insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live)
            values (cast(? as uuid), cast(? as uuid), ?, cast(? as uuid), ?,
                    tstzrange(cast(? as timestamptz), cast(? as timestamptz), '[)'), true)
            on conflict on constraint occupancies_never_overlap do nothing""";

    /** A hold that has ended takes nothing, although its rows are still there until somebody clears them. */
    private static final String BUSY = """
            select o.resource_id, o.seat, lower(o.during), upper(o.during)
            from occupancy o
            where o.live
              and o.appointment_id is distinct from cast(?5 as uuid)
              and not exists (select from appointment a where a.id = o.appointment_id and a.expires_at <= now())
              and o.during && tstzrange(cast(?1 as timestamptz), cast(?2 as timestamptz))
              and (o.resource_id = cast(?3 as uuid) or o.resource_id in (
                    select c.resource_id from resource_capability c
                    join visit_role r on r.capability = c.capability where r.visit_type = ?4))""";

    @PersistenceContext
    EntityManager entities;

    /** Takes every stretch for the visit; refuses at the first one that somebody else has. */
    void take(UUID appointmentId, List<Plan.Stretch> stretches) {
        for (Plan.Stretch stretch : stretches) {
            if (!take(appointmentId, stretch)) {
                throw new SlotTaken();
            }
        }
    }

    private boolean take(UUID appointmentId, Plan.Stretch stretch) {
        return entities.createNativeQuery(TAKE)
                .setParameter(1, NewId.next().toString())
                .setParameter(2, appointmentId.toString())
                .setParameter(3, stretch.phase())
                .setParameter(4, stretch.lane().resourceId().toString())
                .setParameter(5, stretch.lane().seat())
                .setParameter(6, stretch.during().start().toString())
                .setParameter(7, stretch.during().end().toString())
                .executeUpdate() == 1;
    }

    /** Gives back everything the visit holds, to take another time in the same transaction. */
    void giveBack(UUID appointmentId) {
        entities.createNativeQuery("delete from occupancy where appointment_id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString())
                .executeUpdate();
    }

    /**
     * What is taken in the window, of the patient and of everybody and everything the kind of visit could ask for.
     *
     * @param instead a visit whose own time counts as free, or null
     */
    Map<Lane, List<TimeRange>> busy(TimeRange window, UUID patientId, String visitType, UUID instead) {
        Map<Lane, List<TimeRange>> busy = new HashMap<>();
        List<Object[]> rows = Rows.of(entities.createNativeQuery(BUSY)
                .setParameter(1, window.start().toString())
                .setParameter(2, window.end().toString())
                .setParameter(3, patientId.toString())
                .setParameter(4, visitType)
                .setParameter(5, instead == null ? null : instead.toString()));
        for (Object[] row : rows) {
            busy.computeIfAbsent(new Lane(Rows.id(row[0]), Rows.number(row[1])), lane -> new ArrayList<>())
                    .add(Rows.range(row[2], row[3]));
        }
        return busy;
    }
}
