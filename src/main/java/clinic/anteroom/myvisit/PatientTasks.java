package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of {@code patient_task}. */
@ApplicationScoped
class PatientTasks {

    private static final int LONGEST_LIST = 200;

    @PersistenceContext
    EntityManager entities;

    /** What is open already and enough once, like a call about the same visit, is not raised again. */
    void raise(PatientTask.Kind kind, UUID patientId, UUID appointmentId, UUID aboutId, boolean urgent, Instant now) {
        entities.createNativeQuery("""
                        insert into patient_task (id, kind, patient_id, appointment_id, about_id, urgent, raised_at)
                        values (cast(?1 as uuid), ?2, cast(?3 as uuid), cast(?4 as uuid), cast(?5 as uuid), ?6, cast(?7 as timestamptz))
                        on conflict do nothing""")
                .setParameter(1, NewId.next().toString()).setParameter(2, kind.name()).setParameter(3, patientId.toString())
                .setParameter(4, text(appointmentId)).setParameter(5, text(aboutId)).setParameter(6, urgent).setParameter(7, now.toString()).executeUpdate();
    }

    /** Open ones, urgent first, then the longest wait. */
    List<PatientTask> open() {
        return Rows.of(entities.createNativeQuery("""
                        select t.id, t.kind, t.patient_id, p.given_name || ' ' || p.family_name, p.phone, t.appointment_id, t.about_id, t.urgent, t.raised_at,
                               coalesce(m.words, d.words, (select c.words from safety_confirmation c where c.id = t.about_id),
                                        (select q.text_en || chr(10) || o.text_en from visit_question_answer a join visit_question q on q.id = a.question_id
                                         join visit_question_option o on o.question_id = a.question_id and o.code = a.option_code where a.id = t.about_id),
                                        (select r.given_name || ' ' || r.family_name from related_person r where r.id = t.about_id))
                        from patient_task t join patient p on p.id = t.patient_id
                        left join visit_message m on m.id = t.about_id left join diary_entry d on d.id = t.about_id
                        where t.done_at is null order by t.urgent desc, t.raised_at, t.id""").setMaxResults(LONGEST_LIST)).stream()
                .map(row -> new PatientTask(Rows.id(row[0]), PatientTask.Kind.valueOf((String) row[1]), Rows.id(row[2]), (String) row[3], (String) row[4],
                        Rows.id(row[5]), Rows.id(row[6]), (Boolean) row[7], Rows.instant(row[8]), (String) row[9])).toList();
    }

    /** Whether it was open until now. */
    boolean done(UUID id, String by, Instant at, String words) {
        return entities.createNativeQuery("""
                        update patient_task set done_by = ?2, done_at = cast(?3 as timestamptz), done_words = ?4 where id = cast(?1 as uuid) and done_at is null""")
                .setParameter(1, id.toString()).setParameter(2, by).setParameter(3, at.toString()).setParameter(4, words).executeUpdate() == 1;
    }

    /** What was raised about this is taken care of. */
    void settle(UUID aboutId, String by, Instant at) {
        entities.createNativeQuery("update patient_task set done_by = ?2, done_at = cast(?3 as timestamptz) where about_id = cast(?1 as uuid) and done_at is null")
                .setParameter(1, aboutId.toString()).setParameter(2, by).setParameter(3, at.toString()).executeUpdate();
    }

    /** Whether something of this kind is open about the visit. */
    boolean isOpen(PatientTask.Kind kind, UUID appointmentId) {
        return !entities.createNativeQuery("select 1 from patient_task where kind = ?1 and appointment_id = cast(?2 as uuid) and done_at is null")
                .setParameter(1, kind.name()).setParameter(2, appointmentId.toString()).getResultList().isEmpty();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
