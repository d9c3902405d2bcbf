package clinic.anteroom.triage;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.triage.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reviews, approvals and activations of rule sets. */
@ApplicationScoped
class RuleReleases {

    private static final String STATES = """
            select v.name, v.version, v.sha256, r.submitted_at, lower(a.in_force), upper(a.in_force), coalesce(a.signed_off, false),
                   coalesce((select string_agg(p.approved_by, chr(10) order by p.approved_at) from rule_set_approval p
                             where p.name = v.name and p.version = v.version), ''), r.submitted_by
            from rule_set_version v
            left join rule_set_review r on r.name = v.name and r.version = v.version
            left join lateral (select * from rule_set_activation x where x.name = v.name and x.version = v.version
                               order by lower(x.in_force) desc limit 1) a on true
            order by v.name, v.version desc""";

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected RuleReleases() {
    }

    /** For tests without a container. */
    RuleReleases(EntityManager entities) {
        this.entities = entities;
    }

    /** The hash of the document that answers a questionnaire at a moment. */
    Optional<String> findInForce(String questionnaire, Instant at) {
        return entities.createNativeQuery("select v.sha256 from rule_set_activation a join rule_set_version v on v.name = a.name "
                        + "and v.version = a.version where a.questionnaire = ?1 and a.in_force @> cast(?2 as timestamptz)")
                .setParameter(1, questionnaire)
                .setParameter(2, at.toString())
                .getResultList().stream().findFirst().map(Object::toString);
    }

    /** Whether any version was ever activated for a questionnaire. */
    boolean hasActivation(String questionnaire) {
        return ((Number) entities.createNativeQuery("select count(*) from rule_set_activation where questionnaire = ?1")
                .setParameter(1, questionnaire).getSingleResult()).intValue() > 0;
    }

    void submit(String name, int version, String who, Instant at) {
        entities.createNativeQuery("insert into rule_set_review (name, version, submitted_by, submitted_at) values (?1, ?2, ?3, ?4) "
                        + "on conflict do nothing")
                .setParameter(1, name).setParameter(2, version).setParameter(3, who).setParameter(4, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void approve(String name, int version, String who, Instant at, String evidence) {
        entities.createNativeQuery("insert into rule_set_approval (name, version, approved_by, approved_at, evidence) "
                        + "values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, name).setParameter(2, version).setParameter(3, who).setParameter(4, at.atOffset(ZoneOffset.UTC))
                .setParameter(5, evidence).executeUpdate();
    }

    /** Ends what is in force then, and puts a version in force. */
    void activate(RuleSet ruleSet, Instant from, boolean signedOff, String who, Instant at) {
        end(ruleSet.heading().questionnaire(), from);
        entities.createNativeQuery("insert into rule_set_activation (id, name, version, questionnaire, in_force, signed_off, activated_by, "
                        + "activated_at) values (?1, ?2, ?3, ?4, tstzrange(cast(?5 as timestamptz), null), ?6, ?7, ?8)")
                .setParameter(1, NewId.next())
                .setParameter(2, ruleSet.heading().name())
                .setParameter(3, ruleSet.heading().version())
                .setParameter(4, ruleSet.heading().questionnaire())
                .setParameter(5, from.toString())
                .setParameter(6, signedOff)
                .setParameter(7, who)
                .setParameter(8, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Ends the open activation of a questionnaire; without one nothing happens. */
    void end(String questionnaire, Instant until) {
        entities.createNativeQuery("update rule_set_activation set in_force = tstzrange(lower(in_force), cast(?2 as timestamptz)) "
                        + "where questionnaire = ?1 and upper_inf(in_force) and lower(in_force) < cast(?2 as timestamptz)")
                .setParameter(1, questionnaire).setParameter(2, until.toString()).executeUpdate();
    }

    /** Every version with its state at a moment, the newest of each name first. */
    List<RuleSetState> states(Instant now) {
        return Rows.of(entities.createNativeQuery(STATES)).stream().map(row -> state(row, now)).toList();
    }

    private static RuleSetState state(Object[] row, Instant now) {
        Instant from = Rows.instant(row[4]);
        Instant until = Rows.instant(row[5]);
        String joined = (String) row[7];
        List<String> approvals = joined.isEmpty() ? List.of() : List.of(joined.split("\n"));
        RuleSetStage stage = from != null && !from.isAfter(now) && (until == null || until.isAfter(now)) ? RuleSetStage.ACTIVE
                : until != null && !until.isAfter(now) ? RuleSetStage.RETIRED
                : approvals.size() >= 2 ? RuleSetStage.APPROVED
                : row[3] != null ? RuleSetStage.IN_REVIEW : RuleSetStage.DRAFT;
        return new RuleSetState((String) row[0], Rows.number(row[1]), (String) row[2], stage, (String) row[8], approvals, (Boolean) row[6], from, until);
    }
}
