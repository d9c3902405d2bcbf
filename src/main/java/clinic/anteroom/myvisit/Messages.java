package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of {@code visit_message}. */
@ApplicationScoped
class Messages {

    @PersistenceContext
    EntityManager entities;

    UUID add(UUID patientId, UUID appointmentId, Message.Topic topic, boolean fromPatient, String author, String words, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into visit_message (id, patient_id, appointment_id, topic, from_patient, author, words, written_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), ?4, ?5, ?6, ?7, cast(?8 as timestamptz))""")
                .setParameter(1, id.toString()).setParameter(2, patientId.toString()).setParameter(3, appointmentId == null ? null : appointmentId.toString())
                .setParameter(4, topic.name()).setParameter(5, fromPatient).setParameter(6, author).setParameter(7, words).setParameter(8, now.toString())
                .executeUpdate();
        return id;
    }

    /** The newest last. */
    List<Message> of(UUID patientId) {
        return Rows.of(entities.createNativeQuery("""
                        select id, topic, from_patient, author, words, written_at, read_at from (
                            select * from visit_message where patient_id = cast(?1 as uuid) order by written_at desc, id desc limit 100) newest
                        order by written_at, id""").setParameter(1, patientId.toString())).stream()
                .map(row -> new Message(Rows.id(row[0]), Message.Topic.valueOf((String) row[1]), (Boolean) row[2], (String) row[3], (String) row[4],
                        Rows.instant(row[5]), Rows.instant(row[6]))).toList();
    }

    /** The other side has opened them. */
    void read(UUID patientId, boolean byPatient, Instant now) {
        entities.createNativeQuery("""
                        update visit_message set read_at = cast(?3 as timestamptz) where patient_id = cast(?1 as uuid) and from_patient <> ?2 and read_at is null""")
                .setParameter(1, patientId.toString()).setParameter(2, byPatient).setParameter(3, now.toString()).executeUpdate();
    }

    /** How many of the clinic's messages the patient has not opened. */
    int unread(UUID patientId) {
        return Rows.number(entities.createNativeQuery("select count(*) from visit_message where patient_id = cast(?1 as uuid) and not from_patient and read_at is null")
                .setParameter(1, patientId.toString()).getSingleResult());
    }
}
