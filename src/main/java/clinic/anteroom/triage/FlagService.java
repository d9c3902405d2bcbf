package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The life of a flag after it was raised: a doctor confirms it, changes it, rejects it or takes that back, and later features
 * write down what became of it. Each step keeps its time and its owner.
 */
@Stateless
@DeclareRoles({Roles.DOCTOR, Roles.RECEPTIONIST})
public class FlagService {

    private static final String PATIENT = "patient";

    @Inject
    private Evaluations evaluations;

    @Inject
    private StoredReadings readings;

    @Inject
    private TestFlags flags;

    @Inject
    private FlagSteps steps;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** What became of each flag of an evaluation so far, the oldest step first; a flag without any has no key. */
    @RolesAllowed(Roles.DOCTOR)
    public Map<UUID, List<FlagStepTaken>> stepsOf(UUID evaluationId) {
        EvaluationRecord stored = evaluations.find(evaluationId).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.VIEW, "GuidanceResponse", stored.id(), stored.patientId());
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
     * @param bodyPart code of the part; empty if the test needs none, null for what was proposed
     * @param analytes what to measure in blood, as codes; empty for other tests, null for what was proposed
     * @throws FlagAlreadyDecided if it was confirmed or rejected before
     * @throws FlagGone           if there is no such flag
     */
    @RolesAllowed(Roles.DOCTOR)
    public FlaggedTest confirmModified(UUID flagId, String bodyPart, List<String> analytes) {
        FlaggedTest proposed = confirm(flagId);
        FlaggedTest wanted = proposed.as(bodyPart == null ? proposed.bodyPart() : bodyPart, analytes == null ? proposed.analytes() : analytes);
        if (!wanted.equals(proposed)) {
            steps.add(flagId, FlagStep.MODIFIED, time.now(), doctor(), what(proposed) + " -> " + what(wanted));
        }
        return wanted;
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

    private TestFlag forDecision(UUID flagId) {
        return flags.findForDecision(flagId).orElseThrow(FlagGone::new);
    }

    private static String what(FlaggedTest flag) {
        return (flag.bodyPart() + " " + String.join(" ", flag.analytes())).strip();
    }

    private FlaggedTest decided(TestFlag flag) {
        EvaluationRecord stored = evaluations.find(flag.evaluationId()).orElseThrow(FlagGone::new);
        audit.record(AuditedAction.UPDATE, "TestFlag", flag.id(), stored.patientId());
        return readings.of(stored).flaggedTest(flag);
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
