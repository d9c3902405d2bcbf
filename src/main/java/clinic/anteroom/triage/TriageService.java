package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.FormTriageService;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Reader;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.SecondLook;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The door of triage: watches a form while it is filled in, raises flags when it is sent in, says to its patient what is next
 * and shows it all to the doctor. What becomes of a flag is told to {@link FlagService}. It orders nothing.
 */
@Stateless
public class TriageService {

    private static final String ENTITY = "GuidanceResponse";
    private static final String RULES = "rules";

    @Inject
    private RuleSets ruleSets;

    @Inject
    private RuleSwitches switches;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private Evaluations evaluations;

    @Inject
    private StoredReadings readings;

    @Inject
    private TestFlags flags;

    @Inject
    private FlagSteps steps;

    @Inject
    private FormTriageService forms;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Inject
    private Reader reader;

    @Resource
    private SessionContext session;

    /**
     * Looks at a form after each saved page: tells intake which tests are flagged so far, and stops the form if an answer
     * means an emergency.
     *
     * @param responseId the form
     * @param answers    all its answers
     */
    @PermitAll // Runs in the patient's own request; it tells nothing to its caller.
    public void watch(UUID responseId, Answers answers) {
        RuleSet ruleSet = inForce(answers, time.now());
        Set<String> off = off(ruleSet);
        Evaluation evaluation = SafeEvaluation.of(ruleSet, off, answers, time.today());
        forms.askSafetyQuestionsFor(responseId, tests(evaluation));
        if (!evaluation.emergencies().isEmpty()) {
            store(responseId, null, answers, ruleSet, off, evaluation, time.now());
            forms.stop(responseId);
        }
    }

    /**
     * Evaluates a form that was sent in, keeps what the rules said, and raises its flags. A failure of the rules does not
     * lose the form: it is kept as urgent, to be looked at by hand.
     *
     * @param completedAt when it was sent in: ages and due dates count from here
     */
    @PermitAll // Runs in the patient's own request; it tells nothing to its caller.
    public void triage(UUID responseId, UUID patientId, Answers answers, Instant completedAt) {
        RuleSet ruleSet = inForce(answers, completedAt);
        Set<String> off = off(ruleSet);
        Evaluation evaluation = SafeEvaluation.of(ruleSet, off, answers, LocalDate.ofInstant(completedAt, time.zone()));
        EvaluationRecord stored = store(responseId, patientId, answers, ruleSet, off, evaluation, completedAt);
        for (Flag flag : evaluation.flags()) {
            UUID flagId = NewId.next();
            flags.add(new TestFlag(flagId, responseId, stored.id(), flag));
            steps.add(flagId, FlagStep.RAISED, completedAt, RULES, null);
        }
        CheckInDays.of(evaluation, answers.questionnaire().name()).forEach(days -> forms.checkIn(responseId, completedAt.plus(Duration.ofDays(days))));
    }

    /** What to tell a patient whose form was stopped; empty if the last evaluation found no emergency. */
    @PermitAll // The page asks after it opened the form with the patient's key.
    public Optional<EmergencyAdvice> emergencyFor(UUID responseId) {
        return evaluations.findNewest(responseId).map(readings::of).map(CaseReading::emergencyAdvice)
                .filter(advice -> !advice.rules().isEmpty());
    }

    /** What happens next, for the patient who sent the form in; empty before that. */
    @PermitAll // The page asks after it opened the form with the patient's key.
    public Optional<PatientOutcome> outcomeFor(UUID responseId) {
        return evaluations.findNewest(responseId).filter(stored -> stored.patientId() != null).map(readings::of)
                .map(CaseReading::outcome);
    }

    /** What to do at home, if that is what the rules said about the form that was sent in; empty for any other. */
    @PermitAll // The page asks after it opened the form with the patient's key.
    public Optional<SelfCareAdvice> adviceFor(UUID responseId) {
        return evaluations.findNewest(responseId).filter(stored -> stored.patientId() != null)
                .filter(stored -> readings.of(stored).outcome().urgency() == Urgency.SELF_CARE)
                .flatMap(stored -> SelfCareAdvice.find(questionnaires.get(stored.questionnaire()).name()))
                .map(advice -> advice.in(reader.language()));
    }

    /** What a patient should look at once more before the form is sent. */
    @PermitAll // Tells nothing but what the answers given hold.
    public SecondLook secondLookAt(Answers answers) {
        RuleSet ruleSet = inForce(answers, time.now());
        return ruleSet == null ? SecondLook.none() : SecondLook.at(ruleSet.without(off(ruleSet)), answers, time.today());
    }

    /**
     * All that the rules said last about a form, each flag with its reasons. The look is logged, and the first one is a
     * step in the life of each flag.
     *
     * @throws FlagGone if the form was never evaluated
     */
    @RolesAllowed(Roles.DOCTOR)
    public CaseTriage get(UUID responseId) {
        EvaluationRecord stored = evaluations.findNewest(responseId).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.VIEW, ENTITY, stored.id(), stored.patientId());
        List<TestFlag> raised = flags.ofEvaluation(stored.id());
        steps.addToAll(raised.stream().map(TestFlag::id).toList(), FlagStep.SEEN, time.now(), doctor());
        return readings.of(stored).caseTriage(raised);
    }

    /** Null if none is in force: then the form is looked at by hand. */
    private RuleSet inForce(Answers answers, Instant at) {
        return ruleSets.findInForce(answers.questionnaire().canonical(), at).orElse(null);
    }

    /** Rules that a medical director switched off. */
    private Set<String> off(RuleSet ruleSet) {
        return ruleSet == null ? Set.of() : switches.idsOff(ruleSet.heading().name());
    }

    private EvaluationRecord store(UUID responseId, UUID patientId, Answers answers, RuleSet ruleSet, Set<String> off, Evaluation evaluation,
            Instant at) {
        EvaluationRecord record = new EvaluationRecord(NewId.next(), responseId, patientId, answers, ruleSet, off, evaluation, at);
        evaluations.add(record);
        audit.record(AuditedAction.CREATE, ENTITY, record.id(), patientId);
        return record;
    }

    private static Set<String> tests(Evaluation evaluation) {
        Set<String> tests = new TreeSet<>();
        evaluation.flags().forEach(flag -> tests.add(flag.test()));
        return tests;
    }

    private String doctor() {
        return session.getCallerPrincipal().getName();
    }
}
