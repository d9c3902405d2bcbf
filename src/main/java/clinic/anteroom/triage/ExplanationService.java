package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why the rules said what they said about a form, and what they would say to other answers. Every look is logged. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class ExplanationService {

    @Inject
    private RuleSets ruleSets;

    @Inject
    private Evaluations evaluations;

    @Inject
    private StoredReadings readings;

    @Inject
    private TestFlags flags;

    @Inject
    private AuditService audit;

    /**
     * Why each flag of a form was raised, condition by condition, and which other answers would remove it or make the form
     * more urgent. Computed now from what the evaluation rests on; nothing is stored. Empty where no rules could be used.
     *
     * @throws FlagGone if the form was never evaluated
     */
    public CaseExplanation explain(UUID responseId) {
        EvaluationRecord stored = evaluations.findNewest(responseId).orElseThrow(FlagGone::new);
        return explainer(stored).map(explainer -> explainer.explain(flags.ofEvaluation(stored.id())))
                .orElseGet(() -> new CaseExplanation(List.of(), List.of()));
    }

    /**
     * The rules behind the flags of a form by their id, condition by condition: met, not met, unknown. Empty where no rules
     * could be used.
     *
     * @throws FlagGone if the form was never evaluated
     */
    public Map<String, TracedRule> traces(UUID responseId) {
        EvaluationRecord stored = evaluations.findNewest(responseId).orElseThrow(FlagGone::new);
        return explainer(stored).map(explainer -> explainer.traces(flags.ofEvaluation(stored.id()))).orElseGet(Map::of);
    }

    /**
     * What the rules would say if some answers were others; nothing is stored. Empty where no rules could be used.
     *
     * @param flips codes by link id; what is no such question or code is passed over
     * @throws FlagGone if the form was never evaluated
     */
    public Optional<WhatIf> whatIf(UUID responseId, Map<String, String> flips) {
        EvaluationRecord stored = evaluations.findNewest(responseId).orElseThrow(FlagGone::new);
        log(stored);
        return Optional.ofNullable(stored.ruleSetSha256()).map(hash -> ruleSets.of(stored))
                .map(ruleSet -> new WhatIfReader(ruleSet, readings.answers(stored), stored.asOf()).read(flips));
    }

    private Optional<CaseExplainer> explainer(EvaluationRecord stored) {
        log(stored);
        return stored.ruleSetSha256() == null || stored.isByHand() ? Optional.empty()
                : Optional.of(new CaseExplainer(ruleSets.of(stored), readings.answers(stored), stored.asOf()));
    }

    private void log(EvaluationRecord stored) {
        audit.record(AuditedAction.VIEW, "GuidanceResponse", stored.id(), stored.patientId());
    }
}
