package clinic.anteroom.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The forms of all patients, from their first page on. */
@ApplicationScoped
class QuestionnaireResponses {

    @PersistenceContext
    private EntityManager entities;

    void add(QuestionnaireResponse response) {
        entities.persist(response);
    }

    /** The form itself is written first: the consent refers to it. */
    void keep(Consent consent) {
        entities.flush();
        entities.persist(consent);
    }

    Optional<QuestionnaireResponse> find(UUID id) {
        return Optional.ofNullable(entities.find(QuestionnaireResponse.class, id));
    }

    Optional<QuestionnaireResponse> findByKey(String key) {
        return byKey(key, LockModeType.NONE);
    }

    /** Locked until the transaction ends: two submits at once become one after the other. */
    Optional<QuestionnaireResponse> findByKeyForChange(String key) {
        return byKey(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What a patient sent in, the newest first. */
    List<QuestionnaireResponse> ofPatient(UUID patientId) {
        return entities.createQuery("select r from QuestionnaireResponse r where r.patientId = :patient order by r.completedAt desc, r.id",
                QuestionnaireResponse.class).setParameter("patient", patientId).getResultList();
    }

    private Optional<QuestionnaireResponse> byKey(String key, LockModeType lock) {
        return entities.createQuery("select r from QuestionnaireResponse r where r.keyHash = :hash", QuestionnaireResponse.class)
                .setParameter("hash", DraftKey.hash(key))
                .setLockMode(lock)
                .getResultStream().findFirst();
    }
}
