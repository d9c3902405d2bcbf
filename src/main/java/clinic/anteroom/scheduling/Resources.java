package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People, rooms and machines that can be booked, and when they are free. */
@ApplicationScoped
class Resources {

    /** Buffers may reach over the edge of what is looked at; what is booked there matters too. */
    private static final Duration EDGE = Duration.ofHours(2);

    private static final String ALL = """
            select r.id, r.kind, n.name, r.seats, d.location_id, string_agg(c.capability, ',')
            from resource r
            join resource_capability c on c.resource_id = r.id
            join resource_name n on n.id = r.id
            left join device d on d.id = r.id
            group by r.id, r.kind, n.name, r.seats, d.location_id
            order by case r.kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end, n.name, r.id""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    WorkingHours hours;

    @Inject
    Occupancies occupancies;

    /** Everybody and everything with a capability: people first, then rooms, then machines, by name. */
    List<Resource> all() {
        return Rows.of(entities.createNativeQuery(ALL)).stream()
                .map(row -> new Resource(Rows.id(row[0]), ResourceKind.valueOf((String) row[1]), (String) row[2],
                        Rows.number(row[3]), Rows.id(row[4]), Set.of(((String) row[5]).split(","))))
                .toList();
    }

    /** Who and what is free for a kind of visit and a patient. Patients need no opening: they are free unless booked. */
    Availability freeFor(String visitType, UUID patientId, TimeRange window) {
        return freeFor(visitType, patientId, window, null);
    }

    /** The same, where the time of the visit {@code instead} counts as free; null for none. */
    Availability freeFor(String visitType, UUID patientId, TimeRange window, UUID instead) {
        TimeRange wide = new TimeRange(window.start().minus(EDGE), window.end().plus(EDGE));
        List<Resource> all = new ArrayList<>(all());
        all.add(new Resource(patientId, ResourceKind.PATIENT, nameOf(patientId), 1, null, Set.of()));
        Map<UUID, Timeline> open = hours.during(wide);
        open.put(patientId, Timeline.of(List.of(wide)));
        return new Availability(all, open, occupancies.busy(wide, patientId, visitType, instead));
    }

    /** The patient's given and family name; refuses an unknown patient. */
    String nameOf(UUID patientId) {
        List<?> names = entities.createNativeQuery("select given_name || ' ' || family_name from patient where id = cast(?1 as uuid)")
                .setParameter(1, patientId.toString()).getResultList();
        return Optional.ofNullable(names.isEmpty() ? null : (String) names.get(0)).orElseThrow(VisitNotPossible::unknownPatient);
    }

    /** People this patient has a live visit with, past or to come. */
    Set<UUID> knownTo(UUID patientId) {
        return new HashSet<>(Rows.ids(entities.createNativeQuery("""
                        select distinct o.resource_id from appointment a
                        join occupancy o on o.appointment_id = a.id
                        join practitioner p on p.id = o.resource_id
                        where a.patient_id = cast(?1 as uuid) and a.live""")
                .setParameter(1, patientId.toString())));
    }
}
