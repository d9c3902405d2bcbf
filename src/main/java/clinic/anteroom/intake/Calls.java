package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code patient_call}. */
@ApplicationScoped
class Calls {

    private static final int LONGEST_LIST = 200;
    private static final String COLUMNS = """
            select c.id, c.kind, c.response_id, r.reference, p.given_name || ' ' || p.family_name, p.birth_date,
                   coalesce(r.emergency_phone, p.phone), r.emergency_reply, greatest(c.asked_at, c.due_at), c.done_by, c.done_at, c.done_words
            from patient_call c
            join questionnaire_response r on r.id = c.response_id
            left join patient p on p.id = r.patient_id
            """;

    @PersistenceContext
    private EntityManager entities;

    /** Asks for a call; one that waits already is enough, but each check-in has its own day. */
    void ask(UUID responseId, CallKind kind, Instant askedAt, Instant dueAt) {
        entities.createNativeQuery("""
                insert into patient_call (id, response_id, kind, asked_at, due_at) values (?1, ?2, ?3, ?4, ?5)
                on conflict do nothing""")
                .setParameter(1, NewId.next()).setParameter(2, responseId).setParameter(3, kind.name())
                .setParameter(4, askedAt.atOffset(ZoneOffset.UTC)).setParameter(5, dueAt.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** The calls that wait now: emergencies first, and of these who cannot call for help; then who got worse; then the longest wait. */
    List<PatientCall> waiting(Instant now) {
        return list(entities.createNativeQuery(COLUMNS + """
                where c.outcome is null and c.due_at <= ?1
                order by c.kind <> 'EMERGENCY', r.emergency_reply is distinct from 'CANNOT_CALL', c.kind <> 'WORSE', c.due_at, c.id""")
                .setParameter(1, now.atOffset(ZoneOffset.UTC)).setMaxResults(LONGEST_LIST));
    }

    /** How many emergencies nobody has taken care of. */
    int emergencies() {
        return Rows.number(entities.createNativeQuery("select count(*) from patient_call where outcome is null and kind = 'EMERGENCY'").getSingleResult());
    }

    /** The calls that were taken care of since then, the newest first. */
    List<PatientCall> doneSince(Instant then) {
        return list(entities.createNativeQuery(COLUMNS + "where c.done_at >= ?1 order by c.done_at desc, c.id")
                .setParameter(1, then.atOffset(ZoneOffset.UTC)).setMaxResults(LONGEST_LIST));
    }

    /** All calls for one form, the newest first. */
    List<PatientCall> of(UUID responseId) {
        return list(entities.createNativeQuery(COLUMNS + "where c.response_id = ?1 order by c.asked_at desc, c.id")
                .setParameter(1, responseId));
    }

    Optional<PatientCall> find(UUID id) {
        return list(entities.createNativeQuery(COLUMNS + "where c.id = ?1").setParameter(1, id)).stream().findFirst();
    }

    /** Whether it waited until now: of two who say "done" one is told that the other was faster. */
    boolean done(UUID id, String by, Instant at, String words) {
        return entities.createNativeQuery("""
                update patient_call set outcome = 'DONE', done_by = ?2, done_at = ?3, done_words = ?4
                where id = ?1 and outcome is null""")
                .setParameter(1, id).setParameter(2, by).setParameter(3, at.atOffset(ZoneOffset.UTC)).setParameter(4, words)
                .executeUpdate() == 1;
    }

    /** The patient says that the answer behind an emergency was a mistake: nobody need call. */
    void mistaken(UUID responseId, Instant at) {
        entities.createNativeQuery("""
                update patient_call set outcome = 'MISTAKE', done_by = ?2, done_at = ?3
                where response_id = ?1 and kind = 'EMERGENCY' and outcome is null""")
                .setParameter(1, responseId).setParameter(2, AuditService.PATIENT).setParameter(3, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /**
     * Where a patient can be written to.
     *
     * @param email     null if there is none
     * @param birthDate never null
     */
    record Reach(String email, LocalDate birthDate) {
    }

    Optional<Reach> reachOf(UUID patientId) {
        return Rows.of(entities.createNativeQuery("select email, birth_date from patient where id = ?1").setParameter(1, patientId)).stream()
                .map(row -> new Reach((String) row[0], Rows.date(row[1]))).findFirst();
    }

    private static List<PatientCall> list(Query query) {
        return Rows.of(query).stream().map(Calls::call).toList();
    }

    private static PatientCall call(Object[] row) {
        EmergencyReply reply = row[7] == null ? null : EmergencyReply.valueOf((String) row[7]);
        return new PatientCall(Rows.id(row[0]), CallKind.valueOf((String) row[1]), Rows.id(row[2]), (String) row[3],
                (String) row[4], Rows.date(row[5]), (String) row[6], reply, Rows.instant(row[8]), (String) row[9],
                Rows.instant(row[10]), (String) row[11]);
    }
}
