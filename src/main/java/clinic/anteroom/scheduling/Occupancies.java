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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What is taken by whom: the rows over which PostgreSQL keeps the exclusion constraint. */
@ApplicationScoped
class Occupancies {

    /**
     * Takes stretches in the order given, each only if it is free: the caller counts. "Do nothing" waits for a rival's
     * transaction; a plain insert would fail and, with many rivals, die in deadlocks.
     */
    static final String TAKE = """
            insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live)
            select s.id, cast(? as uuid), s.phase, s.resource, s.seat, tstzrange(s.starts, s.ends, '[)'), true
            from unnest(cast(? as uuid[]), cast(? as smallint[]), cast(? as uuid[]), cast(? as smallint[]), cast(? as timestamptz[]), cast(? as timestamptz[]))
                with ordinality s(id, phase, resource, seat, starts, ends, place)
            order by s.place
            on conflict on constraint occupancies_never_overlap do nothing""";

    /** A hold that has ended takes nothing, although its rows are still there until somebody clears them. */
    private static final String BUSY = """
            select o.resource_id, k.seat, lower(o.during), upper(o.during)
            from occupancy o join resource r on r.id = o.resource_id cross join lateral seats_kept(o.seat, o.capacity, r.seats) k(seat)
            where o.live
              and o.during && tstzrange(cast(?1 as timestamptz), cast(?2 as timestamptz))
              and o.resource_id = any (cast(?3 as uuid[]))
              and o.appointment_id is distinct from cast(?4 as uuid)
              and not exists (select from appointment a where a.id = o.appointment_id and a.expires_at <= now())""";

    @PersistenceContext
    EntityManager entities;

    /** Takes every stretch for the visit; refuses if somebody else has one of them. */
    void take(UUID appointmentId, List<Plan.Stretch> stretches) {
        Object[] values = Stream.concat(Stream.of(appointmentId.toString()), Stream.of(columns(stretches))).toArray();
        if (Jdbc.of(entities).update(TAKE, values) < stretches.size()) {
            throw new SlotTaken();
        }
    }

    /** The stretches as the six arrays that {@link #TAKE} asks for; each gets an id. */
    static Object[] columns(List<Plan.Stretch> stretches) {
        return new Object[] {
            Jdbc.array(stretches, stretch -> NewId.next()), Jdbc.array(stretches, Plan.Stretch::phase),
            Jdbc.array(stretches, stretch -> stretch.lane().resourceId()), Jdbc.array(stretches, stretch -> stretch.lane().seat()),
            Jdbc.array(stretches, stretch -> stretch.during().start()), Jdbc.array(stretches, stretch -> stretch.during().end())};
    }

    /** Gives back everything the visit holds, to take another time in the same transaction. */
    void giveBack(UUID appointmentId) {
        entities.createNativeQuery("delete from occupancy where appointment_id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString())
                .executeUpdate();
    }

    /**
     * What is taken in the window.
     *
     * @param whose   ids of people, rooms, machines and the patient
     * @param instead a visit whose own time counts as free, or null
     */
    Map<Lane, List<TimeRange>> busy(TimeRange window, Collection<UUID> whose, UUID instead) {
        Map<Lane, List<TimeRange>> busy = new HashMap<>();
        List<Object[]> rows = Rows.of(entities.createNativeQuery(BUSY)
                .setParameter(1, window.start().toString())
                .setParameter(2, window.end().toString())
                .setParameter(3, Jdbc.array(whose, id -> id))
                .setParameter(4, instead == null ? null : instead.toString()));
        for (Object[] row : rows) {
            busy.computeIfAbsent(new Lane(Rows.id(row[0]), Rows.number(row[1])), lane -> new ArrayList<>())
                    .add(Rows.range(row[2], row[3]));
        }
        return busy;
    }
}
