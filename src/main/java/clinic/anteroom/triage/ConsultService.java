package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** Asks the rules about answers that somebody brings along. Nothing is stored but that they were asked. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.INTEGRATOR})
public class ConsultService {

    @Inject
    private RuleSets ruleSets;

    @Inject
    private AuditService audit;

    /**
     * What the rules say.
     *
     * @param asOf the day ages, durations and the rules in force are reckoned from
     * @return empty if no rules are in force for this questionnaire
     */
    public Optional<Evaluation> ask(Answers answers, LocalDate asOf) {
        audit.record(AuditedAction.EXECUTE, "GuidanceResponse", null, null);
        Optional<RuleSet> inForce = ruleSets.findInForce(answers.questionnaire().canonical());
        return inForce.map(ruleSet -> Evaluator.evaluate(ruleSet, answers, asOf));
    }
}
