package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Reader;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.EvaluationReader;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.SecondLook;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The door of triage: watches a form while it is filled in, raises flags when it is sent in, shows them to the doctor,
 * who decides. It orders nothing.
 */
@Stateless
@DeclareRoles({Roles.DOCTOR, Roles.RECEPTIONIST})
public class TriageService {

    private static final String ENTITY = "GuidanceResponse";
    private static final String RULES = "rules";
    private static final String PATIENT = "patient";

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
    private IntakeService intake;

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
        intake.askSafetyQuestionsFor(responseId, tests(evaluation));
        if (!evaluation.emergencies().isEmpty()) {
            store(responseId, null, answers, ruleSet, off, evaluation, time.now());
            intake.stop(responseId);
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
        CheckInDays.of(evaluation, answers.questionnaire().name()).forEach(days -> intake.checkIn(responseId, completedAt.plus(Duration.ofDays(days))));
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
        raised.forEach(flag -> steps.add(flag.id(), FlagStep.SEEN, time.now(), doctor(), null));
        return readings.of(stored).caseTriage(raised);
    }

    /** What became of each flag of an evaluation so far, the oldest step first; a flag without any has no key. */
    @RolesAllowed(Roles.DOCTOR)
    public Map<UUID, List<FlagStepTaken>> stepsOf(UUID evaluationId) {
        EvaluationRecord stored = evaluations.find(evaluationId).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.VIEW, ENTITY, stored.id(), stored.patientId());
        return steps.ofEvaluation(evaluationId);
    }

    /**
     * Writes down what a later feature did with a flag: ordered, booked, called off, performed, answered. A step that
     * happens once and has happened is left as it was.
     *
     * @param detail for people, at most 2000 characters; null if there is nothing to add
     * @throws IllegalArgumentException for the steps that only triage takes
     * @throws FlagGone                 if there is no such flag
     */
    @PermitAll // Whoever may order or book may leave this note; a patient who books is not signed in.
    public void moveOn(UUID flagId, FlagStep step, String detail) {
        if (step.compareTo(FlagStep.ORDERED) < 0) {
            throw new IllegalArgumentException(step + " is not for others to write.\nMaybe confirm or reject is meant.");
        }
        TestFlag flag = flags.find(flagId).orElseThrow(FlagGone::new);
        steps.add(flag.id(), step, time.now(), owner(), detail);
    }

    /**
     * Why each flag of a form was raised, condition by condition, and which other answers would remove it or make the form
     * more urgent. Computed now from what the evaluation rests on; nothing is stored. Empty where no rules could be used.
     *
     * @throws FlagGone if the form was never evaluated
     */
    @RolesAllowed(Roles.DOCTOR)
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
    @RolesAllowed(Roles.DOCTOR)
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
    @RolesAllowed(Roles.DOCTOR)
    public Optional<WhatIf> whatIf(UUID responseId, Map<String, String> flips) {
        EvaluationRecord stored = evaluations.findNewest(responseId).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.VIEW, ENTITY, stored.id(), stored.patientId());
        return Optional.ofNullable(stored.ruleSetSha256()).map(hash -> ruleSets.of(stored))
                .map(ruleSet -> new WhatIfReader(ruleSet, readings.answers(stored), stored.asOf()).read(flips));
    }

    /**
     * The doctor agrees with a flag; writing the order is the business of care, in the same transaction.
     *
     * @throws FlagAlreadyDecided if it was confirmed or rejected before
     * @throws FlagGone           if there is no such flag
     */
    @RolesAllowed(Roles.DOCTOR)
    public FlaggedTest confirm(UUID flagId) {
        TestFlag flag = forDecision(flagId);
        flag.confirm(doctor(), time.now());
        steps.add(flagId, FlagStep.CONFIRMED, time.now(), doctor(), null);
        return decided(flag);
    }

    /**
     * The doctor agrees, but to something else: another part of the body, other analytes. The flag keeps what the rules
     * proposed; what is returned says what to order.
     *
     * @param bodyPart code of the part; empty if the test needs none
     * @param analytes what to measure in blood, as codes; empty for other tests
     * @throws FlagAlreadyDecided if it was confirmed or rejected before
     * @throws FlagGone           if there is no such flag
     */
    @RolesAllowed(Roles.DOCTOR)
    public FlaggedTest confirmModified(UUID flagId, String bodyPart, List<String> analytes) {
        FlaggedTest proposed = confirm(flagId);
        if (!proposed.bodyPart().equals(bodyPart) || !proposed.analytes().equals(analytes)) {
            steps.add(flagId, FlagStep.MODIFIED, time.now(), doctor(), proposed.bodyPart() + " " + String.join(" ", proposed.analytes())
                    + " -> " + bodyPart + " " + String.join(" ", analytes));
        }
        return proposed.as(bodyPart, analytes);
    }

    /**
     * The doctor disagrees with a flag.
     *
     * @param code  why, as a code that can be counted
     * @param words more about it, 1 to 2000 characters; null if there is nothing to add
     * @throws ReasonMissing      if there is none
     * @throws FlagAlreadyDecided if it was confirmed or rejected before
     * @throws FlagGone           if there is no such flag
     */
    @RolesAllowed(Roles.DOCTOR)
    public FlaggedTest reject(UUID flagId, String code, String words) {
        TestFlag flag = forDecision(flagId);
        flag.reject(doctor(), time.now(), code, words);
        steps.add(flagId, FlagStep.REJECTED, time.now(), doctor(), code);
        return decided(flag);
    }

    /**
     * The doctor takes an own decision back that was made since a moment: the flag waits again, and what happened stays
     * among its steps.
     *
     * @return the flag; empty if there was no such decision
     * @throws FlagGone if there is no such flag
     */
    @RolesAllowed(Roles.DOCTOR)
    public Optional<FlaggedTest> takeBack(UUID flagId, Instant since) {
        TestFlag flag = forDecision(flagId);
        if (!flag.takeBack(doctor(), since)) {
            return Optional.empty();
        }
        steps.add(flagId, FlagStep.UNDONE, time.now(), doctor(), null);
        return Optional.of(decided(flag));
    }

    /**
     * Runs a stored evaluation again on what it rests on. The same evaluator version gives the same bytes.
     *
     * @throws FlagGone if there is no such evaluation
     */
    @RolesAllowed(Roles.DOCTOR)
    public Evaluation recompute(UUID evaluationId) {
        EvaluationRecord stored = evaluations.find(evaluationId).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.VIEW, ENTITY, stored.id(), stored.patientId());
        // Without rules there is nothing to run again: what was kept says so.
        return stored.ruleSetSha256() == null ? EvaluationReader.read(stored.outcome())
                : Evaluator.evaluate(ruleSets.of(stored), readings.answers(stored), stored.asOf());
    }

    private Optional<CaseExplainer> explainer(EvaluationRecord stored) {
        audit.record(AuditedAction.VIEW, ENTITY, stored.id(), stored.patientId());
        return stored.ruleSetSha256() == null || EvaluationReader.read(stored.outcome()).byHand() ? Optional.empty()
                : Optional.of(new CaseExplainer(ruleSets.of(stored), readings.answers(stored), stored.asOf()));
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

    private TestFlag forDecision(UUID flagId) {
        return flags.findForDecision(flagId).orElseThrow(FlagGone::new);
    }

    private FlaggedTest decided(TestFlag flag) {
        EvaluationRecord stored = evaluations.find(flag.evaluationId()).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.UPDATE, "TestFlag", flag.id(), stored.patientId());
        return readings.of(stored).flaggedTest(flag);
    }

    private static Set<String> tests(Evaluation evaluation) {
        Set<String> tests = new TreeSet<>();
        evaluation.flags().forEach(flag -> tests.add(flag.test()));
        return tests;
    }

    /** Who acts; a patient has no account and is "anonymous" or nobody to the container. */
    private String owner() {
        boolean staff = session.isCallerInRole(Roles.DOCTOR) || session.isCallerInRole(Roles.RECEPTIONIST);
        return staff ? doctor() : PATIENT;
    }

    private String doctor() {
        return session.getCallerPrincipal().getName();
    }
}
