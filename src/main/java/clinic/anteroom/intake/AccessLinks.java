package clinic.anteroom.intake;

import clinic.anteroom.shared.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The links that were asked for. */
@ApplicationScoped
class AccessLinks {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<LinkAsked> linkAsked;

    /** Asks for a link and tells who writes mail; the form and the link are in the database by then. */
    void ask(QuestionnaireResponse response, LinkPurpose purpose, LocalDate birthDate, String email, Instant now, Instant due) {
        AccessLink link = new AccessLink(NewId.next(), response.id(), purpose, birthDate, now);
        entities.flush();
        entities.persist(link);
        entities.flush();
        linkAsked.fire(new LinkAsked(link.id(), purpose, email, response.reference(), now, due, response.language()));
    }

    Optional<AccessLink> find(UUID id) {
        return Optional.ofNullable(entities.find(AccessLink.class, id));
    }

    Optional<AccessLink> findBySecret(String secret) {
        return bySecret(secret, LockModeType.NONE);
    }

    /** Locked until the transaction ends: of two who use a link at once one comes too late. */
    Optional<AccessLink> findBySecretForUse(String secret) {
        return bySecret(secret, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<AccessLink> bySecret(String secret, LockModeType lock) {
        return entities.createQuery("select l from AccessLink l where l.secretHash = :hash", AccessLink.class)
                .setParameter("hash", DraftKey.hash(secret)).setLockMode(lock).getResultStream().findFirst();
    }
}
