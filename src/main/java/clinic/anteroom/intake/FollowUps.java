package clinic.anteroom.intake;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Questions of doctors to patients. */
@ApplicationScoped
class FollowUps {

    @PersistenceContext
    private EntityManager entities;

    void ask(UUID responseId, String by, Instant at, String words) {
        entities.createNativeQuery("insert into follow_up_question (id, response_id, asked_by, asked_at, words) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, NewId.next()).setParameter(2, responseId).setParameter(3, by).setParameter(4, at.atOffset(ZoneOffset.UTC))
                .setParameter(5, words).executeUpdate();
    }

    /** All questions about a form, the oldest first. */
    List<FollowUp> of(UUID responseId) {
        return Rows.of(entities.createNativeQuery("select id, asked_by, asked_at, words, answer, answered_at, withdrawn_at from follow_up_question "
                        + "where response_id = ?1 order by asked_at, id").setParameter(1, responseId)).stream()
                .map(row -> new FollowUp(Rows.id(row[0]), (String) row[1], Rows.instant(row[2]), (String) row[3], (String) row[4],
                        Rows.instant(row[5]), Rows.instant(row[6]))).toList();
    }

    /** Tells whether the question was open until now. */
    boolean answer(UUID responseId, UUID id, String words, Instant at) {
        return entities.createNativeQuery("update follow_up_question set answer = ?3, answered_at = ?4 "
                        + "where response_id = ?1 and id = ?2 and answered_at is null and withdrawn_at is null")
                .setParameter(1, responseId).setParameter(2, id).setParameter(3, words).setParameter(4, at.atOffset(ZoneOffset.UTC)).executeUpdate() == 1;
    }

    void withdraw(UUID responseId, UUID id, Instant at) {
        entities.createNativeQuery("update follow_up_question set withdrawn_at = ?3 "
                        + "where response_id = ?1 and id = ?2 and answered_at is null and withdrawn_at is null")
                .setParameter(1, responseId).setParameter(2, id).setParameter(3, at.atOffset(ZoneOffset.UTC)).executeUpdate();
    }
}
