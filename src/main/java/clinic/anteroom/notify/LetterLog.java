package clinic.anteroom.notify;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was sent, what waits, and what did not arrive. */
@ApplicationScoped
class LetterLog {

    private static final String COLUMNS = """
            select c.id, c.kind, c.channel, c.status, p.given_name || ' ' || p.family_name, c.recipient, c.created_at, c.due_at, c.sent_at, c.failure, c.attempts
            from communication c left join patient p on p.id = c.patient_id
            """;

    @PersistenceContext
    EntityManager entities;

    /** Letters about one visit, the newest first. */
    List<LetterState> ofVisit(UUID appointmentId) {
        return list(entities.createNativeQuery(COLUMNS + "where c.appointment_id = ?1 order by c.due_at desc, c.id desc").setParameter(1, appointmentId));
    }

    /** Letters of one kind of trouble, or all; the newest first. */
    List<LetterState> newest(int atMost) {
        return list(entities.createNativeQuery(COLUMNS + "order by coalesce(c.sent_at, c.created_at) desc, c.id desc").setMaxResults(atMost));
    }

    /** Whose letter it was, and which visit it was about; empty for an id that names none. */
    Optional<Object[]> patientOf(UUID letterId) {
        return Rows.of(entities.createNativeQuery("select patient_id, appointment_id from communication where id = ?1 and status = 'COMPLETED'")
                .setParameter(1, letterId)).stream().findFirst();
    }

    /** The patient of each letter by the letter's id; a letter to somebody who is not known yet is left out. */
    Map<UUID, UUID> patientsOf(List<LetterState> letters) {
        return Rows.of(entities.createNativeQuery("select id, patient_id from communication where patient_id is not null and id = any (cast(string_to_array(?1, ' ') as uuid[]))")
                        .setParameter(1, letters.stream().map(letter -> letter.id().toString()).collect(Collectors.joining(" ")))).stream()
                .collect(Collectors.toMap(row -> Rows.id(row[0]), row -> Rows.id(row[1])));
    }

    /** To whom a letter goes, whether it has left or not. */
    Optional<UUID> addresseeOf(UUID letterId) {
        return Rows.ids(entities.createNativeQuery("select patient_id from communication where id = ?1 and patient_id is not null").setParameter(1, letterId))
                .stream().findFirst();
    }

    void bounced(UUID letterId) {
        entities.createNativeQuery("update communication set status = 'STOPPED', sent_at = null, failure = ?2 where id = ?1")
                .setParameter(1, letterId).setParameter(2, LetterState.BOUNCED).executeUpdate();
    }

    private static List<LetterState> list(Query query) {
        return Rows.of(query).stream().map(row -> new LetterState(Rows.id(row[0]), LetterKind.valueOf((String) row[1]), Channel.valueOf((String) row[2]),
                LetterState.state((String) row[3], (String) row[9], Rows.number(row[10])), (String) row[4], (String) row[5],
                Rows.instant(row[6]), Rows.instant(row[7]), Rows.instant(row[8]), (String) row[9])).toList();
    }
}
