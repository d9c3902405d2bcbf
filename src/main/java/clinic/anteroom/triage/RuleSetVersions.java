package clinic.anteroom.triage;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Every rule document that was ever deployed, by name and version. */
@ApplicationScoped
class RuleSetVersions {

    /** Any number will do, as long as nothing else locks it. */
    private static final long LOCK = 7_341_602_295L;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected RuleSetVersions() {
    }

    /** For tests without a container. */
    RuleSetVersions(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Whether this node alone may register until its transaction ends. Asked again and again it waits longer than a statement may: the other
     * node may have a slow start.
     */
    boolean isMine() {
        return Boolean.TRUE.equals(entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)").setParameter(1, LOCK).getSingleResult());
    }

    /** Writes a document down unless this version is there; two nodes may do it at once. */
    void register(RuleSet ruleSet, String document, Instant now) {
        entities.createNativeQuery("insert into rule_set_version (id, name, version, sha256, document, registered_at) "
                        + "values (?1, ?2, ?3, ?4, ?5, ?6) on conflict on constraint rule_set_version_is_one_document do nothing")
                .setParameter(1, NewId.next())
                .setParameter(2, ruleSet.heading().name())
                .setParameter(3, ruleSet.heading().version())
                .setParameter(4, ruleSet.heading().sha256())
                .setParameter(5, document)
                .setParameter(6, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The hash under which a version is registered. */
    String hash(String name, int version) {
        return (String) entities.createNativeQuery("select sha256 from rule_set_version where name = ?1 and version = ?2")
                .setParameter(1, name)
                .setParameter(2, version)
                .getSingleResult();
    }

    /** The hashes of all versions of a name, the newest first. */
    List<String> hashes(String name) {
        return ((List<?>) entities.createNativeQuery("select sha256 from rule_set_version where name = ?1 order by version desc").setParameter(1, name)
                .getResultList()).stream().map(Object::toString).toList();
    }

    /** The newest version of a name; 0 if there is none. */
    int newest(String name) {
        return ((Number) entities.createNativeQuery("select coalesce(max(version), 0) from rule_set_version where name = ?1").setParameter(1, name)
                .getSingleResult()).intValue();
    }

    /** Keeps the test cases of a version written here. */
    void keepCases(String name, int version, String cases, String by, Instant now) {
        entities.createNativeQuery("insert into rule_set_cases (name, version, cases, registered_by, registered_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, name).setParameter(2, version).setParameter(3, cases).setParameter(4, by)
                .setParameter(5, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** The test cases of a version, one a line: those it was written with, or those beside a shipped document. */
    List<String> cases(String name, int version) {
        return ((List<?>) entities.createNativeQuery("select cases from rule_set_cases where name = ?1 and version = ?2").setParameter(1, name).setParameter(2, version)
                .getResultList()).stream().findFirst()
                .map(cases -> cases.toString().lines().filter(line -> !line.isBlank()).toList()).orElseGet(() -> RuleSets.cases(name, version));
    }

    /**
     * The text of a document.
     *
     * @throws IllegalStateException if none with this hash was registered
     */
    String document(String sha256) {
        List<?> found = entities.createNativeQuery("select document from rule_set_version where sha256 = ?1")
                .setParameter(1, sha256)
                .getResultList();
        if (found.isEmpty()) {
            throw new IllegalStateException("No rule set with hash " + sha256 + " is registered.\n"
                    + "Maybe the database was restored from before it was deployed.");
        }
        return (String) found.get(0);
    }
}
