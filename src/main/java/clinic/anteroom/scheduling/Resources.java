package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.Traits;
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
            select r.id, r.kind, n.name, r.seats, d.location_id,
                   (select string_agg(c.capability, ',') from resource_capability c where c.resource_id = r.id),
                   coalesce(l.part_of, dl.part_of),
                   (select string_agg(s.language, ',') from practitioner_language s where s.practitioner_id = r.id),
                   p.sex, coalesce(l.accessible, true)
            from resource r
            join resource_name n on n.id = r.id
            left join device d on d.id = r.id
            left join location dl on dl.id = d.location_id
            left join location l on l.id = r.id
            left join practitioner p on p.id = r.id
            where exists (select from resource_capability c where c.resource_id = r.id)
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
                        Rows.number(row[3]), Rows.id(row[4]), set(row[5]),
                        new Traits(Rows.id(row[6]), set(row[7]), (String) row[8], (Boolean) row[9])))
                .toList();
    }

    private static Set<String> set(Object column) {
        return column == null ? Set.of() : Set.of(((String) column).split(","));
    }

    /** Who and what is free for a kind of visit and a patient. Patients need no opening: they are free unless booked. */
    Availability freeFor(Scope scope) {
        Scope wide = scope.wider(EDGE);
        UUID patientId = scope.patientId();
        List<Resource> all = new ArrayList<>(all());
        Map<Lane, Timeline> beyond = scope.overbook() ? hours.beyond(wide.window(), all) : Map.of();
        all.add(new Resource(patientId, ResourceKind.PATIENT, nameOf(patientId), 1, null, Set.of()));
        Map<UUID, Timeline> open = hours.during(wide.window(), scope.visitType());
        open.put(patientId, Timeline.of(List.of(wide.window())));
        return new Availability(all, open, occupancies.busy(wide.window(), patientId, scope.visitType(), scope.instead()), beyond);
    }

    /** The patient's given and family name; refuses an unknown patient. */
    String nameOf(UUID patientId) {
        List<?> names = entities.createNativeQuery("select given_name || ' ' || family_name from patient where id = cast(?1 as uuid)")
                .setParameter(1, patientId.toString()).getResultList();
        return Optional.ofNullable(names.isEmpty() ? null : (String) names.get(0)).orElseThrow(VisitNotPossible::unknownPatient);
    }

    /** What this patient needs at every visit. */
    PatientsHelp helpFor(UUID patientId) {
        return Rows.of(entities.createNativeQuery("select interpreter is not null, needs from patient where id = cast(?1 as uuid)")
                        .setParameter(1, patientId.toString())).stream()
                .map(row -> new PatientsHelp((Boolean) row[0], Set.of(((String) row[1]).split(" ")))).findFirst().orElse(PatientsHelp.NONE);
    }

    /** People this patient has a live visit with, past or to come. */
    Set<UUID> knownTo(UUID patientId) {
        return new HashSet<>(Rows.ids(entities.createNativeQuery("""
                        select distinct o.resource_id from appointment a
                        join occupancy o on o.appointment_id = a.id
                        join practitioner p on p.id = o.resource_id
                        where a.patient_id = cast(?1 as uuid) and a.live and a.expires_at is null""")
                .setParameter(1, patientId.toString())));
    }
}
