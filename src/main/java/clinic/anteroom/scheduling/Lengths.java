package clinic.anteroom.scheduling;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the desk adds to phases of visits, or takes from them; every change stays. */
@ApplicationScoped
class Lengths {

    /** As a column of a query whose visit is called {@code a}: for example {@code 1:15,2:-5}; null for a visit as long as its kind. */
    static final String OF_A = """
            (select string_agg(l.phase || ':' || l.minutes, ',' order by l.phase) from (
                select distinct on (phase) phase, minutes from appointment_length where appointment_id = a.id order by phase, id desc) l where l.minutes <> 0)""";

    @PersistenceContext
    EntityManager entities;

    /** Minutes by phase, for the phases that are not as long as their kind. */
    Map<Integer, Integer> of(UUID appointmentId) {
        List<?> found = entities.createNativeQuery("select " + OF_A + " from appointment a where a.id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString()).getResultList();
        return found.isEmpty() ? Map.of() : read((String) found.get(0));
    }

    /** What {@link #OF_A} says, as a map. */
    static Map<Integer, Integer> read(String column) {
        Map<Integer, Integer> byPhase = new TreeMap<>();
        for (String one : column == null ? new String[0] : column.split(",")) {
            String[] parts = one.split(":");
            byPhase.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return byPhase;
    }

    /** From now on the phase is so many minutes longer than its kind, or shorter. */
    void set(UUID appointmentId, int phase, int minutes, String by, Instant now) {
        entities.createNativeQuery("""
                        insert into appointment_length (id, appointment_id, phase, minutes, set_by, set_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, ?5, cast(?6 as timestamptz))""")
                .setParameter(1, NewId.next().toString()).setParameter(2, appointmentId.toString()).setParameter(3, phase).setParameter(4, minutes)
                .setParameter(5, by).setParameter(6, now.toString()).executeUpdate();
    }

    /** Who changed the length, the newest change first. */
    List<LengthChange> history(UUID appointmentId) {
        return Rows.of(entities.createNativeQuery("""
                        select phase, minutes, set_by, set_at from appointment_length where appointment_id = cast(?1 as uuid) order by id desc""")
                .setParameter(1, appointmentId.toString())).stream()
                .map(row -> new LengthChange(Rows.number(row[0]), Rows.number(row[1]), (String) row[2], Rows.instant(row[3]))).toList();
    }
}
