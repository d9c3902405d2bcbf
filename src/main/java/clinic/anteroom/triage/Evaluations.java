package clinic.anteroom.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything the rules ever said. */
@ApplicationScoped
class Evaluations {

    @PersistenceContext
    private EntityManager entities;

    // About 20 kB each with its answers and its outcome.
    private int pageSize = 200;

    /** For the container. */
    protected Evaluations() {
    }

    /** For tests without a container. */
    Evaluations(EntityManager entities) {
        this.entities = entities;
    }

    /** For tests without a container, with pages so small that there are several. */
    Evaluations(EntityManager entities, int pageSize) {
        this(entities);
        this.pageSize = pageSize;
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

    /** Shows all of them, the oldest first; only one page of them is in memory at a time. */
    void all(Consumer<EvaluationRecord> reader) {
        paged("", Map.of(), reader);
    }

    /** Shows what was said last about each form of a questionnaire, the oldest first, in the same way. */
    void newestOf(String questionnaire, Consumer<EvaluationRecord> reader) {
        paged("e.questionnaire = :questionnaire and not exists (select n from EvaluationRecord n where n.responseId = e.responseId "
                + "and (n.evaluatedAt > e.evaluatedAt or n.evaluatedAt = e.evaluatedAt and n.id > e.id)) and ",
                Map.of("questionnaire", questionnaire), reader);
    }

    /** From page to page by the last one seen: what is stored meanwhile moves no page. */
    private void paged(String where, Map<String, Object> parameters, Consumer<EvaluationRecord> reader) {
        Instant after = Instant.EPOCH;
        UUID afterId = new UUID(0, 0);
        List<EvaluationRecord> page;
        do {
            TypedQuery<EvaluationRecord> query = entities.createQuery("select e from EvaluationRecord e where " + where
                            + "(e.evaluatedAt > :after or e.evaluatedAt = :after and e.id > :afterId) order by e.evaluatedAt, e.id", EvaluationRecord.class)
                    .setParameter("after", after).setParameter("afterId", afterId).setMaxResults(pageSize);
            parameters.forEach(query::setParameter);
            page = query.getResultList();
            for (EvaluationRecord one : page) {
                reader.accept(one);
                after = one.evaluatedAt();
                afterId = one.id();
                // Written once and never changed: the transaction need not keep it.
                entities.detach(one);
            }
        } while (page.size() == pageSize);
    }
}
