package clinic.anteroom.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The flags of all forms. */
@ApplicationScoped
class TestFlags {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected TestFlags() {
    }

    /** For tests without a container. */
    TestFlags(EntityManager entities) {
        this.entities = entities;
    }

    void add(TestFlag flag) {
        entities.persist(flag);
    }

    /** The flag, only to be looked at. */
    Optional<TestFlag> find(UUID id) {
        return Optional.ofNullable(entities.find(TestFlag.class, id));
    }

    /** Locked until the transaction ends: of two doctors who decide at once the second is told. */
    Optional<TestFlag> findForDecision(UUID id) {
        return Optional.ofNullable(entities.find(TestFlag.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The most urgent first, then the strongest. */
    List<TestFlag> ofEvaluation(UUID evaluationId) {
        return entities.createQuery("select f from TestFlag f where f.evaluationId = :evaluation", TestFlag.class)
                .setParameter("evaluation", evaluationId)
                .getResultStream()
                .sorted(Comparator.comparing(TestFlag::urgency)
                        .thenComparing(TestFlag::strength, Comparator.reverseOrder())
                        .thenComparing(TestFlag::test).thenComparing(TestFlag::bodyPart))
                .toList();
    }
}
