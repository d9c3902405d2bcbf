package clinic.anteroom.access;

import clinic.anteroom.access.proof.RecoveryCodes;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The recovery codes of accounts, as hashes. */
@ApplicationScoped
class RecoveryCodeRows {

    @PersistenceContext
    EntityManager entities;

    /** Ten new codes; those of before work no more. They are told once. */
    List<String> renew(UUID accountId) {
        forget(accountId);
        List<String> codes = RecoveryCodes.make();
        for (String code : codes) {
            entities.createNativeQuery("insert into staff_recovery_code (account_id, code_hash) values (cast(?1 as uuid), ?2)")
                    .setParameter(1, accountId.toString()).setParameter(2, RecoveryCodes.hash(code)).executeUpdate();
        }
        return codes;
    }

    /** Uses one up; false for a code that is none, or was used before. */
    boolean use(UUID accountId, String typed, Instant now) {
        return entities.createNativeQuery("""
                        update staff_recovery_code set used_at = cast(?3 as timestamptz) where account_id = cast(?1 as uuid) and code_hash = ?2 and used_at is null""")
                .setParameter(1, accountId.toString()).setParameter(2, RecoveryCodes.hash(typed)).setParameter(3, now.toString()).executeUpdate() == 1;
    }

    /** How many are left. */
    int left(UUID accountId) {
        return Rows.number(entities.createNativeQuery("select count(*) from staff_recovery_code where account_id = cast(?1 as uuid) and used_at is null")
                .setParameter(1, accountId.toString()).getSingleResult());
    }

    void forget(UUID accountId) {
        entities.createNativeQuery("delete from staff_recovery_code where account_id = cast(?1 as uuid)").setParameter(1, accountId.toString()).executeUpdate();
    }
}
