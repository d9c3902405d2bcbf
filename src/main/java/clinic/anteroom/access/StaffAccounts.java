package clinic.anteroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts of the staff. */
@ApplicationScoped
class StaffAccounts {

    @PersistenceContext
    EntityManager entities;

    /** The account, locked until the transaction ends so that two guesses at once are counted as two. */
    Optional<StaffAccount> findForSignIn(String username) {
        return entities.createQuery("select a from StaffAccount a where a.username = :username", StaffAccount.class)
                .setParameter("username", username.toLowerCase(Locale.ROOT))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Active accounts that may decide on cases, by name. */
    List<StaffAccount> doctors() {
        return entities.createQuery("select a from StaffAccount a where a.active = true and a.role in :roles order by a.displayName", StaffAccount.class)
                .setParameter("roles", List.of(Roles.DOCTOR, Roles.MEDICAL_DIRECTOR)).getResultList();
    }

    Optional<StaffAccount> find(String username) {
        return entities.createQuery("select a from StaffAccount a where a.username = :username", StaffAccount.class)
                .setParameter("username", username.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** The account, locked until the transaction ends. */
    Optional<StaffAccount> findForChange(UUID id) {
        return Optional.ofNullable(entities.find(StaffAccount.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Everybody, by name. */
    List<StaffAccount> all() {
        return entities.createQuery("select a from StaffAccount a order by a.displayName, a.username", StaffAccount.class).getResultList();
    }

    void add(StaffAccount account) {
        entities.persist(account);
    }
}
