package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a new visit with its key and everything it takes, in one statement. */
@ApplicationScoped
class NewVisits {

    /** The key first: who sends the same page twice waits here for the first one, and then writes nothing at all. */
    private static final String WITH_KEY = """
            with k as (
                insert into booking_key (key, digest, created_at, appointment_id)
                values (?, ?, cast(? as timestamptz), cast(? as uuid)) on conflict (key) do nothing returning appointment_id),""";

    private static final String WITHOUT_KEY = """
            with k as (select cast(? as uuid) as appointment_id),""";

    private static final String VISIT = """
            a as (
                insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at,
                                         studies, limbs, sides, interpreter, mobility, overbooked_because, expires_at)
                select k.appointment_id, ?, ?, cast(? as uuid), cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as timestamp), ?,
                       cast(? as timestamptz), cast(? as smallint), cast(? as smallint), cast(? as smallint), cast(? as boolean),
                       cast(? as boolean), ?, cast(? as timestamptz)
                from k returning id)""";

    private static final String TAKING = """
            , o as (
                insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live)
                select s.id, a.id, s.phase, s.resource, s.seat, tstzrange(s.starts, s.ends, '[)'), true
                from a cross join unnest(cast(? as uuid[]), cast(? as smallint[]), cast(? as uuid[]), cast(? as smallint[]),
                                         cast(? as timestamptz[]), cast(? as timestamptz[]))
                    with ordinality s(id, phase, resource, seat, starts, ends, place)
                order by s.place
                on conflict on constraint occupancies_never_overlap do nothing returning 1)
            select (select count(*) from a), (select count(*) from o)""";

    private static final String NOT_TAKING = " select (select count(*) from a), 0";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Occupancies occupancies;

    /**
     * Writes it. Refuses with {@link SlotTaken} if somebody else has part of its time, and with {@link KeyBeingUsed} if its
     * key was used meanwhile; the transaction is then to be rolled back.
     *
     * @param key used up with it, or null
     */
    void write(NewVisit visit, BookingKey key) {
        // A seat beyond the own ones asks its visit for the reason; one statement would not see its own visit yet.
        boolean apart = visit.command().overbookedBecause() != null;
        List<Object> values = new ArrayList<>();
        if (key != null) {
            values.addAll(List.of(key.key(), key.digest(), visit.at()));
        }
        values.add(visit.id());
        values.addAll(columns(visit));
        if (!apart) {
            values.addAll(Arrays.asList(Occupancies.columns(visit.stretches())));
        }
        Object[] written = Jdbc.of(entities).rows((key == null ? WITHOUT_KEY : WITH_KEY) + VISIT + (apart ? NOT_TAKING : TAKING), values.toArray()).get(0);
        if (((Number) written[0]).intValue() == 0) {
            throw new KeyBeingUsed();
        }
        if (apart) {
            occupancies.take(visit.id(), visit.stretches());
        } else if (((Number) written[1]).intValue() < visit.stretches().size()) {
            throw new SlotTaken();
        }
    }

    private static List<Object> columns(NewVisit visit) {
        BookVisit command = visit.command();
        VisitNeeds needs = command.needs();
        TimeRange whole = visit.plan().whole();
        return Arrays.asList(visit.status(), command.visitType(), command.patientId(), whole.start(), whole.end(), visit.zone().getId(),
                LocalDateTime.ofInstant(whole.start(), visit.zone()), visit.by(), visit.at(), needs.studies(), needs.limbs(), needs.sides(),
                needs.interpreter(), needs.mobility(), command.overbookedBecause(), visit.heldUntil());
    }
}
