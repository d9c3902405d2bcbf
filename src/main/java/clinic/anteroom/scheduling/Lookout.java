package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks once at everything a booking has to know: one statement, unless something has to be cleared away first. */
@ApplicationScoped
class Lookout {

    /**
     * A hold that has ended takes nothing, although its rows are still there until somebody clears them. Planning this anew
     * with every booking would take three times as long as doing it, and so would writing; the plans never differ.
     */
    private static final String LOOK = """
            set local plan_cache_mode = force_generic_plan;
            select h.version, h.name, h.now, h.digest, h.appointment_id, h.expired, h.own, o.resource_id, q.seat, lower(o.during), upper(o.during)
            from (select (select version from catalogue_version) as version,
                         (select given_name || ' ' || family_name from patient where id = cast(? as uuid)) as name,
                         now() as now, k.digest, k.appointment_id,
                         (select min(expires_at) from appointment) <= now() as expired,
                         exists (select from appointment where expires_at is not null and patient_id = cast(? as uuid) and created_by = ?) as own
                  from (select cast(? as text) as key) asked left join booking_key k on k.key = asked.key) h
            left join (unnest(cast(? as uuid[])) w(id)
                       join occupancy o on o.resource_id = w.id and o.live and o.during && tstzrange(cast(? as timestamptz), cast(? as timestamptz))
                                       and o.appointment_id is distinct from cast(? as uuid)
                                       and o.appointment_id not in (select id from appointment where expires_at <= now())
                       join resource r on r.id = o.resource_id cross join lateral seats_kept(o.seat, o.capacity, r.seats) q(seat)) on true""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Catalogues catalogues;

    @Inject
    Holds holds;

    /**
     * What is known for a visit at this time. Holds that have ended, and the asker's own one for this patient, are out of
     * the way afterwards. Refuses an unknown patient or kind of visit.
     *
     * @param key     whose earlier use is looked for, or null
     * @param by      the asker, whose own hold for this patient goes; null to leave it
     * @param instead a visit whose own time counts as free, or null
     */
    BookingFacts look(BookVisit wanted, String key, String by, UUID instead) {
        Jdbc database = Jdbc.of(entities);
        Catalogue known = catalogues.known(wanted.visitType());
        for (boolean cleared = false; ; cleared = true) {
            VisitType visit = known.forNeeds(known.get(wanted.visitType()), wanted.needs());
            TimeRange window = Resources.wide(TimeRange.startingAt(wanted.start(), visit.length()));
            List<Object[]> rows = database.rows(LOOK, wanted.patientId(), wanted.patientId(), by, key,
                    Jdbc.array(Stream.concat(wanted.chosen().values().stream(), Stream.of(wanted.patientId())).distinct().toList(), id -> id),
                    window.start(), window.end(), instead);
            BookingFacts facts = facts(catalogues.at(Rows.id(rows.get(0)[0])), rows);
            boolean toClear = !cleared && facts.used() == null && (Boolean.TRUE.equals(rows.get(0)[5]) || (Boolean) rows.get(0)[6]);
            if (facts.catalogue() == known && !toClear) {
                return facts;
            }
            known = facts.catalogue();
            clear(toClear, wanted.patientId(), by);
        }
    }

    private void clear(boolean anything, UUID patientId, String by) {
        if (anything) {
            holds.clearExpired();
            if (by != null) {
                holds.releaseOwn(patientId, by);
            }
        }
    }

    private static BookingFacts facts(Catalogue catalogue, List<Object[]> rows) {
        Object[] head = rows.get(0);
        if (head[1] == null) {
            throw VisitNotPossible.unknownPatient();
        }
        Map<Lane, List<TimeRange>> busy = new HashMap<>();
        for (Object[] row : rows) {
            if (row[7] != null) {
                busy.computeIfAbsent(new Lane(Rows.id(row[7]), Rows.number(row[8])), lane -> new ArrayList<>()).add(Rows.range(row[9], row[10]));
            }
        }
        return new BookingFacts(catalogue, (String) head[1], Rows.instant(head[2]),
                head[3] == null ? null : new BookingFacts.UsedKey((String) head[3], Rows.id(head[4])), busy);
    }
}
