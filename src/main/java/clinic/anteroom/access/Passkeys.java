package clinic.anteroom.access;

import clinic.anteroom.access.proof.KnownPasskey;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The passkeys of accounts: public keys, and how often each has signed. */
@ApplicationScoped
class Passkeys {

    @PersistenceContext
    EntityManager entities;

    /** Whose passkey it is. */
    record Owned(UUID accountId, KnownPasskey passkey) {
    }

    List<Passkey> of(UUID accountId) {
        return Rows.of(entities.createNativeQuery("select credential_id, name, created_at, used_at from staff_passkey where account_id = cast(?1 as uuid) order by created_at")
                .setParameter(1, accountId.toString())).stream()
                .map(row -> new Passkey((String) row[0], (String) row[1], Rows.instant(row[2]), Rows.instant(row[3]))).toList();
    }

    /** Locked until the transaction ends, so that its counter is compared once at a time. */
    Optional<Owned> find(String credentialId) {
        return Rows.of(entities.createNativeQuery("select account_id, public_key, sign_count from staff_passkey where credential_id = ?1 for update")
                .setParameter(1, credentialId)).stream().findFirst()
                .map(row -> new Owned(Rows.id(row[0]), new KnownPasskey(credentialId, (String) row[1], ((Number) row[2]).longValue())));
    }

    void add(UUID accountId, KnownPasskey passkey, String name, Instant now) {
        entities.createNativeQuery("""
                        insert into staff_passkey (credential_id, account_id, public_key, sign_count, name, created_at)
                        values (?1, cast(?2 as uuid), ?3, ?4, ?5, cast(?6 as timestamptz))""")
                .setParameter(1, passkey.id()).setParameter(2, accountId.toString()).setParameter(3, passkey.publicKey())
                .setParameter(4, passkey.signCount()).setParameter(5, name).setParameter(6, now.toString()).executeUpdate();
    }

    void used(String credentialId, long signCount, Instant now) {
        entities.createNativeQuery("update staff_passkey set sign_count = ?2, used_at = cast(?3 as timestamptz) where credential_id = ?1")
                .setParameter(1, credentialId).setParameter(2, signCount).setParameter(3, now.toString()).executeUpdate();
    }

    /** Takes one away from its owner; false if it is not theirs. */
    boolean remove(UUID accountId, String credentialId) {
        return entities.createNativeQuery("delete from staff_passkey where account_id = cast(?1 as uuid) and credential_id = ?2")
                .setParameter(1, accountId.toString()).setParameter(2, credentialId).executeUpdate() == 1;
    }

    void forget(UUID accountId) {
        entities.createNativeQuery("delete from staff_passkey where account_id = cast(?1 as uuid)").setParameter(1, accountId.toString()).executeUpdate();
    }
}
