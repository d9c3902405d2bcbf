package clinic.anteroom.access;

import clinic.anteroom.access.proof.OtherPerson;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
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

    /** Whether an account has this address. */
    boolean hasMail(String mail) {
        return mail != null && !entities.createNativeQuery("select 1 from staff_account where mail = ?1").setParameter(1, mail).getResultList().isEmpty();
    }

    /** Whether there is somebody with this id who can be booked. */
    boolean isPractitioner(UUID id) {
        return !entities.createNativeQuery("select 1 from practitioner where id = cast(?1 as uuid)").setParameter(1, id.toString()).getResultList().isEmpty();
    }

    void add(StaffAccount account) {
        entities.persist(account);
    }

    /** Whose sign-in elsewhere this is, or becomes: the first time an address that was checked finds the account. Nobody gets an account this way. */
    Optional<StaffAccount> findForOther(OtherPerson person, Instant now) {
        Optional<UUID> known = Rows.ids(entities.createNativeQuery("select account_id from staff_identity where issuer = ?1 and subject = ?2")
                .setParameter(1, person.issuer()).setParameter(2, person.subject())).stream().findFirst();
        if (known.isPresent() || person.mail() == null) {
            return known.flatMap(this::findForChange);
        }
        Optional<StaffAccount> account = Rows.ids(entities.createNativeQuery("select id from staff_account where mail = ?1 and active").setParameter(1, person.mail()))
                .stream().findFirst().flatMap(this::findForChange);
        account.ifPresent(found -> entities.createNativeQuery("""
                        insert into staff_identity (issuer, subject, account_id, created_at) values (?1, ?2, cast(?3 as uuid), cast(?4 as timestamptz))""")
                .setParameter(1, person.issuer()).setParameter(2, person.subject()).setParameter(3, found.id().toString()).setParameter(4, now.toString()).executeUpdate());
        return account;
    }
}
