package clinic.anteroom.access;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The tokens of clients, known by their hashes. */
@ApplicationScoped
class AccessTokens {

    @PersistenceContext
    private EntityManager entities;

    /** Whose token this is at this moment: neither expired nor revoked. */
    Optional<TokenHolder> find(String hash, Instant now) {
        return Rows.of(entities.createNativeQuery("""
                        select client, role from access_token
                        where token_hash = ?1 and revoked_at is null and expires_at > cast(?2 as timestamptz)""")
                .setParameter(1, hash)
                .setParameter(2, now.toString())).stream()
                .map(row -> new TokenHolder((String) row[0], (String) row[1])).findFirst();
    }
}
