package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleText;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The life of a rule set: draft, in shadow, approved by two people, active from a moment, retired. Nothing comes into force
 * while a check is an error, a test case fails, or no case would notice a small mistake in what is new.
 */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class RuleReleaseService {

    @Inject
    private RuleSets ruleSets;

    @Inject
    private RuleSetVersions versions;

    @Inject
    private RuleReleases releases;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** Every version that was ever registered, with where it stands now. */
    public List<RuleSetState> all() {
        return releases.states(time.now());
    }

    /** The rules of a version in sentences, with the words of the questions. */
    public List<RuleText> read(String name, int version) {
        RuleSet ruleSet = ruleSet(name, version);
        return RuleText.of(ruleSet, questionnaires.get(ruleSet.heading().questionnaire()));
    }

    /** One rule of a version on fields. Refuses a rule that is not there. */
    public RuleFields fields(String name, int version, String rule) {
        return RuleFields.of(document(name, version), rule);
    }

    /** The test cases of a version, one JSON object a line. */
    public List<String> cases(String name, int version) {
        return versions.cases(name, version);
    }

    /** The test cases of a version for people, each run now; a line that cannot be read is told by {@link #check}. */
    public List<ToldCase> toldCases(String name, int version) {
        RuleSet ruleSet = ruleSet(name, version);
        return RuleCases.told(ruleSet, questionnaires.get(ruleSet.heading().questionnaire()), versions.cases(name, version));
    }

    /** The document of a version as it is kept. */
    public String document(String name, int version) {
        return versions.document(state(name, version).sha256());
    }

    /** What checks and test cases say about a version. */
    public GateReport check(String name, int version) {
        RuleSet ruleSet = ruleSet(name, version);
        return RuleGate.report(ruleSet, before(name, version), questionnaires.get(ruleSet.heading().questionnaire()), versions.cases(name, version), time.today());
    }

    /** Puts a draft into shadow; who does that is its author and cannot approve it. */
    @RolesAllowed(Roles.MEDICAL_DIRECTOR)
    public void submit(String name, int version) {
        ruleSet(name, version);
        releases.submit(name, version, who(), time.now());
        audit(AuditedAction.UPDATE, name, version);
    }

    /**
     * Approves a version in review, with what the checks say now as evidence. One person counts once.
     *
     * @throws NotReleasable if it is not in review, the caller put it up, a check is an error or a test case fails
     */
    public void approve(String name, int version) {
        RuleSetState state = state(name, version);
        if (state.stage() == RuleSetStage.DRAFT) {
            throw new NotReleasable("refusal.rules_not_in_review", name, version);
        }
        if (who().equals(state.submittedBy())) {
            throw new NotReleasable("refusal.rules_author");
        }
        GateReport report = open(name, version);
        releases.approve(name, version, who(), time.now(), "{\"sha256\":\"" + state.sha256() + "\",\"cases\":" + report.cases()
                + ",\"errors\":" + report.errors() + ",\"warnings\":" + report.warnings() + "}");
        audit(AuditedAction.UPDATE, name, version);
    }

    /**
     * Puts an approved version in force from a moment on; the one in force until then ends. Older forms stay as they are.
     *
     * @param from now or later
     * @throws NotReleasable if two approvals are missing, a check is an error, a test case fails, or {@code from} is past
     */
    @RolesAllowed(Roles.MEDICAL_DIRECTOR)
    public void activate(String name, int version, Instant from) {
        if (state(name, version).approvals().size() < 2) {
            throw new NotReleasable("refusal.rules_not_approved", name, version);
        }
        if (from.isBefore(time.now())) {
            throw new NotReleasable("refusal.rules_from_the_past", name, version);
        }
        open(name, version);
        releases.activate(ruleSet(name, version), from, true, who(), time.now());
        audit(AuditedAction.UPDATE, name, version);
    }

    /** Ends a version at a moment; from then on forms are looked at by hand until another one is in force. */
    @RolesAllowed(Roles.MEDICAL_DIRECTOR)
    public void retire(String name, int version, Instant until) {
        releases.end(ruleSet(name, version).heading().questionnaire(), until);
        audit(AuditedAction.UPDATE, name, version);
    }

    private GateReport open(String name, int version) {
        GateReport report = check(name, version);
        if (!report.isOpen()) {
            throw new NotReleasable("refusal.rules_fail_checks", name, version, report.faults().size() + report.errors(), report.failedCases().size());
        }
        return report;
    }

    /** The version in force before; null if there was none. */
    private RuleSet before(String name, int version) {
        return all().stream().filter(state -> state.name().equals(name) && state.version() < version && state.from() != null)
                .max(Comparator.comparing(RuleSetState::version)).map(state -> ruleSets.get(state.sha256())).orElse(null);
    }

    private RuleSetState state(String name, int version) {
        return all().stream().filter(state -> state.name().equals(name) && state.version() == version).findFirst().orElseThrow(FlagGone::new);
    }

    private RuleSet ruleSet(String name, int version) {
        return ruleSets.get(state(name, version).sha256());
    }

    private void audit(AuditedAction action, String name, int version) {
        audit.record(action, "PlanDefinition", UUID.nameUUIDFromBytes((name + "|" + version).getBytes(java.nio.charset.StandardCharsets.UTF_8)), null);
    }

    private String who() {
        return session.getCallerPrincipal().getName();
    }
}
