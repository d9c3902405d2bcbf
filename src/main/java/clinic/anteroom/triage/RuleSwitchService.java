package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The kill switch of each rule. What was read before stays as it was. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class RuleSwitchService {

    @Inject
    private RuleSwitches switches;

    @Inject
    private RuleSets ruleSets;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** The rules of a set that are off now, whatever the version. */
    public List<RuleSwitch> off(String ruleSet) {
        return switches.off(ruleSet);
    }

    /**
     * From now on forms are read as if the rule were never met.
     *
     * @param reason 1 to 2000 characters
     * @throws SwitchNeedsReason if there is no reason, or a very long one
     * @throws NotReleasable     if there is no such rule in any version
     */
    @RolesAllowed(Roles.MEDICAL_DIRECTOR)
    public void switchOff(String ruleSet, String rule, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > 2000) {
            throw new SwitchNeedsReason();
        }
        if (!ruleSets.knows(ruleSet, rule)) {
            throw new NotReleasable("refusal.rule_unknown", rule);
        }
        switches.switchOff(ruleSet, rule, session.getCallerPrincipal().getName(), time.now(), why);
        audit.record(AuditedAction.UPDATE, "PlanDefinition", null, null);
    }

    /** The rule is read again. */
    @RolesAllowed(Roles.MEDICAL_DIRECTOR)
    public void switchOn(String ruleSet, String rule) {
        switches.switchOn(ruleSet, rule, session.getCallerPrincipal().getName(), time.now());
        audit.record(AuditedAction.UPDATE, "PlanDefinition", null, null);
    }
}
