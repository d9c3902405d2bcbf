package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what was promised when a country changes its mind about its clocks: a visit at nine stays at nine on the wall. Visits
 * booked under the old rules get the moment that the new rules give to their wall time, all in one transaction, because each
 * stands where its neighbour has to go.
 */
@ApplicationScoped
class PromisedTimes {

    /** A visit whose moment and wall time no longer fit each other. */
    private record Adrift(UUID id, UUID patientId, Instant stored, Instant promised) {

        Duration by() {
            return Duration.between(stored, promised);
        }
    }

    /** The wall time goes to Java as text: as a timestamp the driver would read it in the server's own zone. */
    private static final String AHEAD = """
            select id, patient_id, starts_at, zone, to_char(wall_start, 'YYYY-MM-DD"T"HH24:MI:SS') from appointment
            where status in ('BOOKED', 'PENDING') and starts_at > cast(?1 as timestamptz) order by id for update""";

    private static final String GIVE_BACK = """
            delete from occupancy where appointment_id = any (cast(?1 as uuid[]))
            returning id, appointment_id, phase, resource_id, seat, lower(during), upper(during), capacity""";

    private static final String TAKE_AGAIN = """
            insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live, capacity)
            select cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as uuid), ?5, span.during, true, ?8
            from (select tstzrange(cast(?6 as timestamptz), cast(?7 as timestamptz), '[)') as during) span
            where not shares_against_a_stamp(cast(?2 as uuid), cast(?4 as uuid), span.during, cast(?5 as smallint), cast(?8 as smallint))
            on conflict on constraint occupancies_never_overlap do nothing""";

    private static final String SHIFT = """
            update appointment set starts_at = cast(?2 as timestamptz), ends_at = ends_at + (cast(?2 as timestamptz) - starts_at), version = version + 1
            where id = cast(?1 as uuid)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    /**
     * Gives every visit ahead the moment of its wall time; the patients are told by whoever hears {@link AppointmentMoved}.
     *
     * @param but visits to leave as they are
     * @return empty if all of them have their wall time; otherwise visits whose place somebody else has by now: nothing has
     *         been changed then, and the caller rolls back
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> keep(Set<UUID> but) {
        Map<UUID, Adrift> adrift = new HashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(AHEAD).setParameter(1, time.now().toString()))) {
            Instant stored = Rows.instant(row[2]);
            Instant promised = promised(LocalDateTime.parse((String) row[4]), ZoneId.of((String) row[3]), stored);
            if (!promised.equals(stored) && !but.contains(Rows.id(row[0]))) {
                adrift.put(Rows.id(row[0]), new Adrift(Rows.id(row[0]), Rows.id(row[1]), stored, promised));
            }
        }
        return adrift.isEmpty() ? Set.of() : move(adrift);
    }

    /** The moment as it is stored, if the wall clock shows the promised time then; else the first moment at which it does. */
    private static Instant promised(LocalDateTime wall, ZoneId zone, Instant stored) {
        return LocalDateTime.ofInstant(stored, zone).equals(wall) ? stored : wall.atZone(zone).toInstant();
    }

    private Set<UUID> move(Map<UUID, Adrift> adrift) {
        List<Object[]> held = new ArrayList<>(Rows.of(entities.createNativeQuery(GIVE_BACK).setParameter(1, Jdbc.array(adrift.keySet(), id -> id))));
        adrift.values().forEach(visit -> entities.createNativeQuery(SHIFT).setParameter(1, visit.id().toString())
                .setParameter(2, visit.promised().toString()).executeUpdate());
        Set<UUID> stuck = new HashSet<>();
        for (Object[] row : held) {
            Adrift visit = adrift.get(Rows.id(row[1]));
            int taken = entities.createNativeQuery(TAKE_AGAIN).setParameter(1, row[0].toString()).setParameter(2, row[1].toString())
                    .setParameter(3, row[2]).setParameter(4, row[3].toString()).setParameter(5, row[4])
                    .setParameter(6, Rows.instant(row[5]).plus(visit.by()).toString()).setParameter(7, Rows.instant(row[6]).plus(visit.by()).toString())
                    .setParameter(8, row[7]).executeUpdate();
            if (taken == 0) {
                stuck.add(visit.id());
            }
        }
        if (stuck.isEmpty()) {
            adrift.values().forEach(visit -> {
                audit.record(AuditedAction.UPDATE, "Appointment", visit.id(), visit.patientId());
                events.fire(new AppointmentMoved(visit.id(), visit.patientId(), visit.promised(), visit.stored()));
            });
        }
        return stuck;
    }
}
