package clinic.anteroom.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything the rules ever said. */
@ApplicationScoped
class Evaluations {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected Evaluations() {
    }

    /** For tests without a container. */
    Evaluations(EntityManager entities) {
        this.entities = entities;
    }

    void add(EvaluationRecord evaluation) {
        entities.persist(evaluation);
    }

    Optional<EvaluationRecord> find(UUID id) {
        return Optional.ofNullable(entities.find(EvaluationRecord.class, id));
    }

    /** What was said last about a form. */
    Optional<EvaluationRecord> findNewest(UUID responseId) {
        return entities.createQuery("select e from EvaluationRecord e where e.responseId = :response "
                        + "order by e.evaluatedAt desc, e.id desc", EvaluationRecord.class)
                .setParameter("response", responseId)
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    /** All of them, the oldest first. */
    List<EvaluationRecord> all() {
        return entities.createQuery("select e from EvaluationRecord e order by e.evaluatedAt, e.id", EvaluationRecord.class).getResultList();
    }

    /** What was said last about each form of a questionnaire, the oldest first. */
    List<EvaluationRecord> newestOf(String questionnaire) {
        return entities.createQuery("select e from EvaluationRecord e where e.questionnaire = :questionnaire and not exists ("
                        + "select n from EvaluationRecord n where n.responseId = e.responseId and (n.evaluatedAt > e.evaluatedAt "
                        + "or n.evaluatedAt = e.evaluatedAt and n.id > e.id)) order by e.evaluatedAt, e.id", EvaluationRecord.class)
                .setParameter("questionnaire", questionnaire)
                .getResultList();
    }
}
