package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.rules.RuleSet;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Runs past forms again: with the rules of then, to prove that nothing drifted, and with rules to come, to see what they would change. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class ReplayService {

    private static final String ENTITY = "GuidanceResponse";

    @Inject
    private Evaluations evaluations;

    @Inject
    private RuleSets ruleSets;

    @Inject
    private RuleReleases releases;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /** Evaluations that do not come out byte for byte as they were stored; empty is how it should be. Asked every night. */
    @PermitAll // The clock of the night has no role; it is told nothing but ids.
    public List<UUID> drifted() {
        audit.record(AuditedAction.EXECUTE, ENTITY, null, null);
        Replay replay = new Replay(ruleSets::get, questionnaires);
        List<UUID> drifted = new ArrayList<>();
        evaluations.all(stored -> {
            if (!replay.isTheSame(stored)) {
                drifted.add(stored.id());
            }
        });
        return drifted;
    }

    /**
     * What a version would have said about the newest evaluation of every past form of its questionnaire. Nothing is stored
     * and nobody is told.
     *
     * @throws FlagGone if there is no such version
     */
    public ShadowReport shadow(String name, int version) {
        audit.record(AuditedAction.EXECUTE, ENTITY, null, null);
        RuleSet candidate = releases.states(time.now()).stream().filter(state -> state.name().equals(name) && state.version() == version)
                .findFirst().map(state -> ruleSets.get(state.sha256())).orElseThrow(FlagGone::new);
        Replay.Shadow shadow = new Replay(ruleSets::get, questionnaires).shadow(candidate);
        evaluations.newestOf(candidate.heading().questionnaire(), shadow::add);
        return shadow.report();
    }
}
