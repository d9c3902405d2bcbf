package clinic.anteroom.intake;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code attachment}. */
@ApplicationScoped
class Attachments {

    private static final String COLUMNS = "select id, position, content_type, octet_length(content), added_at from attachment ";

    @PersistenceContext
    private EntityManager entities;

    void add(UUID responseId, AttachmentContent added) {
        entities.createNativeQuery("insert into attachment (id, response_id, position, content_type, content, added_at) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, added.attachment().id()).setParameter(2, responseId).setParameter(3, added.attachment().position())
                .setParameter(4, added.attachment().contentType()).setParameter(5, added.content())
                .setParameter(6, added.attachment().addedAt().atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** In the order they were added. */
    List<Attachment> of(UUID responseId) {
        return Rows.of(entities.createNativeQuery(COLUMNS + "where response_id = ?1 order by position").setParameter(1, responseId)).stream()
                .map(Attachments::attachment).toList();
    }

    /** Whether there was such a one on this form. */
    boolean remove(UUID responseId, UUID id) {
        return entities.createNativeQuery("delete from attachment where id = ?1 and response_id = ?2").setParameter(1, id)
                .setParameter(2, responseId).executeUpdate() == 1;
    }

    /** With its content; the form and its patient come with it. */
    Optional<Object[]> find(UUID id) {
        return Rows.of(entities.createNativeQuery("""
                select a.id, a.position, a.content_type, octet_length(a.content), a.added_at, a.content, r.patient_id
                from attachment a join questionnaire_response r on r.id = a.response_id
                where a.id = ?1 and r.status <> 'IN_PROGRESS'""").setParameter(1, id)).stream().findFirst();
    }

    static Attachment attachment(Object[] row) {
        return new Attachment(Rows.id(row[0]), Rows.number(row[1]), (String) row[2], Rows.number(row[3]), Rows.instant(row[4]));
    }
}
