package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetReader;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Where a new version of a rule set begins: a document that was written elsewhere, or a rule changed on fields. Each save is a version. */
@Stateless
@RolesAllowed(Roles.MEDICAL_DIRECTOR)
public class RuleDraftService {

    @Inject
    private RuleSetVersions versions;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /**
     * Registers a document as the next draft of its rule set; it decides nothing.
     *
     * @param document JSON as {@link RuleSetReader} takes it; its version must be the next one
     * @param cases    test cases, one JSON object a line; null or blank for those of the version before
     * @throws NotReleasable if it cannot be read, reads no questionnaire of this house, or has another version
     */
    public RuleSet draft(String document, String cases) {
        RuleSet ruleSet = read(document);
        String name = ruleSet.heading().name();
        int next = versions.newest(name) + 1;
        if (next == 1) {
            throw new NotReleasable("refusal.rules_unknown", name);
        }
        if (ruleSet.heading().version() != next) {
            throw new NotReleasable("refusal.rules_version", name, ruleSet.heading().version(), next);
        }
        List<String> kept = cases == null || cases.isBlank() ? versions.cases(name, next - 1) : cases.lines().toList();
        versions.register(ruleSet, document, time.now());
        versions.keepCases(name, next, String.join("\n", kept), session.getCallerPrincipal().getName(), time.now());
        audit.record(AuditedAction.CREATE, "PlanDefinition", null, null);
        return ruleSet;
    }

    /**
     * The next draft: one rule of a version changed, everything else as it is.
     *
     * @throws NotReleasable if the change cannot be read, or there is no such rule
     */
    public RuleSet revise(String name, int version, RuleRevision revision) {
        String document = versions.document(versions.hash(name, version));
        return draft(revision.in(document, versions.newest(name) + 1), String.join("\n", versions.cases(name, version)));
    }

    private RuleSet read(String document) {
        try {
            RuleSet ruleSet = RuleSetReader.read(document == null ? "" : document);
            questionnaires.get(ruleSet.heading().questionnaire());
            return ruleSet;
        } catch (RuntimeException e) {
            throw new NotReleasable("refusal.rules_unreadable", String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }
}
