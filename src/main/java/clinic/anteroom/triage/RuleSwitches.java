package clinic.anteroom.triage;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rules are switched off. */
@ApplicationScoped
class RuleSwitches {

    @PersistenceContext
    private EntityManager entities;

    /** The rules of a set that are off now. */
    List<RuleSwitch> off(String ruleSet) {
        return Rows.of(entities.createNativeQuery("select rule, off_by, off_at, reason from rule_switch where rule_set = ?1 and on_at is null order by rule")
                .setParameter(1, ruleSet)).stream()
                .map(row -> new RuleSwitch((String) row[0], (String) row[1], Rows.instant(row[2]), (String) row[3])).toList();
    }

    /** Their ids, sorted. */
    Set<String> idsOff(String ruleSet) {
        Set<String> ids = new TreeSet<>();
        off(ruleSet).forEach(one -> ids.add(one.rule()));
        return ids;
    }

    void switchOff(String ruleSet, String rule, String by, Instant at, String reason) {
        entities.createNativeQuery("insert into rule_switch (id, rule_set, rule, off_at, off_by, reason) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                .setParameter(1, NewId.next()).setParameter(2, ruleSet).setParameter(3, rule).setParameter(4, at.atOffset(ZoneOffset.UTC))
                .setParameter(5, by).setParameter(6, reason).executeUpdate();
    }

    void switchOn(String ruleSet, String rule, String by, Instant at) {
        entities.createNativeQuery("update rule_switch set on_at = ?3, on_by = ?4 where rule_set = ?1 and rule = ?2 and on_at is null")
                .setParameter(1, ruleSet).setParameter(2, rule).setParameter(3, at.atOffset(ZoneOffset.UTC)).setParameter(4, by).executeUpdate();
    }
}
