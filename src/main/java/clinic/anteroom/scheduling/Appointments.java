package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The visits. */
@ApplicationScoped
class Appointments {

    private static final String HEAD = """
            select a.id, a.status, a.patient_id, p.given_name || ' ' || p.family_name, a.visit_type, v.name,
                   a.starts_at, a.ends_at, a.zone, a.version, a.expires_at, a.previous_status,
                   a.studies, a.limbs, a.sides, a.interpreter, a.mobility,
                   case when v.screening is null then 'NONE' when a.screened_at is null then 'DUE' else 'CLEAR' end,
                   a.overbooked_because, """ + Lengths.OF_A + """

            from appointment a join patient p on p.id = a.patient_id join visit_type v on v.code = a.visit_type
            where a.id = cast(?1 as uuid)""";

    private static final String PHASES = """
            select f.ordinal, f.name, lower(mine.during), upper(mine.during), o.resource_id, r.kind, n.name
            from appointment a
            join occupancy mine on mine.appointment_id = a.id and mine.resource_id = a.patient_id
            join visit_phase f on f.visit_type = a.visit_type and f.ordinal = mine.phase
            join occupancy o on o.appointment_id = a.id and o.phase = mine.phase and o.resource_id <> a.patient_id
            join resource r on r.id = o.resource_id
            join resource_name n on n.id = o.resource_id
            where a.id = cast(?1 as uuid)
            order by f.ordinal, case r.kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end, n.name""";

    @PersistenceContext
    EntityManager entities;

    /** The visit, locked until the transaction ends; refuses an unknown one. */
    Appointment getForChange(UUID id) {
        Appointment visit = entities.find(Appointment.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (visit == null) {
            throw new AppointmentNotFound();
        }
        return visit;
    }

    /** The visit gets a new version even where none of its own columns changes: another person at the same time is a change, too. */
    void touch(Appointment visit) {
        entities.lock(visit, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Sends changes to the database now, so that its refusals come inside this transaction. */
    void flush() {
        entities.flush();
    }

    /** The visit as the desk reads it out. */
    Optional<Booked> find(UUID id) {
        List<Object[]> heads = Rows.of(entities.createNativeQuery(HEAD).setParameter(1, id.toString()));
        return heads.stream().findFirst().map(head -> booked(id, head));
    }

    private Booked booked(UUID id, Object[] head) {
        VisitNeeds needs = new VisitNeeds(Rows.number(head[12]), Rows.number(head[13]), Rows.number(head[14]),
                (Boolean) head[15], (Boolean) head[16], Lengths.read((String) head[19]));
        return new Booked(id, AppointmentStatus.valueOf((String) head[1]), Rows.id(head[2]),
                (String) head[3], (String) head[4], (String) head[5], Rows.instant(head[6]), Rows.instant(head[7]),
                (String) head[8], Rows.number(head[9]), phases(id), Rows.instant(head[10]), head[11] != null,
                needs, Screening.valueOf((String) head[17]), (String) head[18]);
    }

    /** The visit as the desk reads it out; refuses an unknown one. */
    Booked get(UUID id) {
        return find(id).orElseThrow(AppointmentNotFound::new);
    }

    /** The code that its patient holds. */
    String referenceOf(UUID id) {
        return (String) entities.createNativeQuery("select visit_reference(cast(?1 as uuid))").setParameter(1, id.toString()).getSingleResult();
    }

    private List<Booked.Phase> phases(UUID id) {
        Map<Integer, List<Object[]>> byPhase = new LinkedHashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(PHASES).setParameter(1, id.toString()))) {
            byPhase.computeIfAbsent(Rows.number(row[0]), ordinal -> new ArrayList<>()).add(row);
        }
        return byPhase.values().stream().map(Appointments::phase).toList();
    }

    private static Booked.Phase phase(List<Object[]> rows) {
        Object[] first = rows.get(0);
        return new Booked.Phase(Rows.number(first[0]), (String) first[1], Rows.instant(first[2]), Rows.instant(first[3]),
                rows.stream().map(row -> new Booked.With(Rows.id(row[4]), ResourceKind.valueOf((String) row[5]), (String) row[6])).toList());
    }
}
