package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.PatientSummary;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.CaseTriage;
import clinic.anteroom.triage.CaseWarning;
import clinic.anteroom.triage.FlagService;
import clinic.anteroom.triage.FlagStep;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.TriageService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The doctor's table: what waits, one case opened, flags confirmed, changed or dismissed, and taken back. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class CareService {

    private static final String ENTITY = "ServiceRequest";

    /** Ten seconds on the page, and the time a request takes on a bad day. */
    private static final Duration UNDO = Duration.ofSeconds(15);

    private static final int LONGEST_HOLDS = 4000;

    @Inject
    private Cases cases;

    @Inject
    private CaseFiles files;

    @Inject
    private ServiceRequests requests;

    @Inject
    private TriageService triage;

    @Inject
    private FlagService flags;

    @Inject
    private FormService forms;

    @Inject
    private PatientService patients;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** A part of the list; one row in the audit trail for each person shown. */
    public Worklist worklist(WorklistQuery query) {
        Worklist list = cases.worklist(query, me(), time.now());
        audit.viewed("QuestionnaireResponse", list.cases().stream().filter(shown -> shown.patientId() != null)
                .collect(Collectors.toMap(CaseSummary::responseId, CaseSummary::patientId)));
        return list;
    }

    /** The cases before and after another one in a folder. */
    public Neighbours beside(UUID responseId, CaseFolder folder) {
        return cases.beside(responseId, folder, me());
    }

    /**
     * One case with all that is known.
     *
     * @throws CaseGone if there is no such case
     */
    public OpenCase open(UUID responseId) {
        CaseSummary summary = cases.find(responseId, me()).orElseThrow(CaseGone::new);
        PatientSummary patient = summary.patientId() == null ? null : patients.find(summary.patientId()).orElseThrow(CaseGone::new);
        return new OpenCase(summary, patient, forms.answersOf(responseId), triage.get(responseId), ordersOf(responseId));
    }

    /**
     * Confirms a flag: from now on it is an order that the desk may book, latest when the urgency of its form says so.
     *
     * @param seen version of the case that the page showed
     * @throws DecisionRefused if the indication is missing or too long, or nobody knows whose form it is (field {@code indication})
     * @throws CaseChanged     if somebody did something with the case meanwhile
     */
    public Order confirm(UUID responseId, int seen, Decision decision) {
        files.expect(responseId, seen);
        return order(responseId, decision);
    }

    /** Confirms several flags at once, all or none; refuses like confirming one. */
    public List<Order> sign(UUID responseId, int seen, List<Decision> decisions) {
        if (decisions.isEmpty()) {
            throw new DecisionRefused("set", "refusal.nothing_to_sign");
        }
        files.expect(responseId, seen);
        return decisions.stream().map(decision -> order(responseId, decision)).toList();
    }

    /**
     * Does not follow a flag. It stays on record with the reason.
     *
     * @param reason null only where the flag is not grave ({@link FlaggedTest#isGrave()})
     * @param words  more about the reason, at most 2000 characters; may be null unless the reason is OTHER
     * @throws DecisionRefused if a reason is needed (field {@code reason}), or OTHER has no words (field {@code words})
     * @throws CaseChanged     if somebody did something with the case meanwhile
     */
    public FlaggedTest dismiss(UUID responseId, int seen, UUID flagId, DismissalReason reason, String words) {
        String more = Texts.of("words", words, reason == DismissalReason.OTHER);
        files.expect(responseId, seen);
        FlaggedTest flag = flags.reject(flagId, reason == null ? DismissalReason.NOT_NEEDED.name() : reason.name(), more);
        if (reason == null && flag.isGrave()) {
            throw new DecisionRefused("reason", "refusal.reason_missing");
        }
        if (!flag.responseId().equals(responseId)) {
            throw new CaseGone();
        }
        step(responseId, CaseStep.REJECTED, flag.test(), more);
        return flag;
    }

    /**
     * Takes the caller's own decision of a moment ago back: the order is revoked, the flag waits again. Nothing has left
     * the house by then.
     *
     * @throws TooLate if it was not the caller's, is older than that, or was booked
     */
    public void undo(UUID responseId, UUID flagId) {
        files.lock(responseId);
        Optional<ServiceRequest> order = requests.standingFor(flagId);
        refuseIfBooked(order);
        order.ifPresent(found -> found.revoke(me(), time.now(), null));
        FlaggedTest flag = flags.takeBack(flagId, time.now().minus(UNDO)).orElseThrow(TooLate::toUndo);
        step(responseId, CaseStep.UNDONE, flag.test(), null);
    }

    /**
     * Takes an order back. The flag stays confirmed, and both stay on record.
     *
     * @param why 1 to 2000 characters
     * @throws DecisionRefused if there is no reason (field {@code why})
     * @throws TooLate         if a visit is booked for it
     * @throws CaseChanged     if somebody did something with the case meanwhile
     */
    public void revoke(UUID responseId, int seen, UUID orderId, String why) {
        String because = Texts.of("why", why, true);
        files.expect(responseId, seen);
        ServiceRequest order = requests.find(orderId).filter(found -> found.responseId().equals(responseId)).orElseThrow(CaseGone::new);
        refuseIfBooked(Optional.of(order));
        order.revoke(me(), time.now(), because);
        audit.record(AuditedAction.UPDATE, ENTITY, orderId, order.toOrder().patientId());
        step(responseId, CaseStep.REVOKED, order.toOrder().test(), because);
    }

    /**
     * Orders something else in the place of an order, or again what was taken back. The order before stays on record, taken back for this reason;
     * what was settled about it stays settled.
     *
     * @param changed what is ordered from now on, and why
     * @param why     why it is changed, 1 to 2000 characters
     * @throws DecisionRefused if the indication or the reason is missing (fields {@code indication}, {@code amendment})
     * @throws TooLate         if a visit is booked for it, or another order stands for the flag
     * @throws CaseChanged     if somebody did something with the case meanwhile
     */
    public Order amend(UUID responseId, int seen, UUID orderId, Decision changed, String why) {
        String because = Texts.of("amendment", why, true);
        String indication = Texts.of("indication", changed.indication(), true);
        files.expect(responseId, seen);
        ServiceRequest before = requests.find(orderId).filter(found -> found.responseId().equals(responseId)).orElseThrow(CaseGone::new);
        refuseIfBooked(requests.standingFor(before.testFlagId()));
        if (before.toOrder().stands()) {
            before.revoke(me(), time.now(), because);
            audit.record(AuditedAction.UPDATE, ENTITY, orderId, before.toOrder().patientId());
        } else if (requests.standingFor(before.testFlagId()).isPresent()) {
            throw TooLate.orderedAgain(before.toOrder().test());
        }
        requests.flush(); // One order stands for a flag: the one before has to be out of its place.
        ServiceRequest after = before.insteadOf(NewId.next(), changed, indication, me(), time.now());
        requests.add(after);
        audit.record(AuditedAction.CREATE, ENTITY, after.toOrder().id(), after.toOrder().patientId());
        step(responseId, CaseStep.AMENDED, after.toOrder().test(), because);
        return after.toOrder();
    }

    /**
     * What held an order is settled: the patient may book it alone. What it was stays on record.
     *
     * @param how 1 to 2000 characters
     * @throws DecisionRefused if nothing is said (field {@code how})
     * @throws CaseChanged     if somebody did something with the case meanwhile
     */
    public void settle(UUID responseId, int seen, UUID orderId, String how) {
        String words = Texts.of("how", how, true);
        files.expect(responseId, seen);
        ServiceRequest order = requests.find(orderId).filter(found -> found.responseId().equals(responseId)).orElseThrow(CaseGone::new);
        order.settle(me(), time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, orderId, order.toOrder().patientId());
        step(responseId, CaseStep.SETTLED, order.toOrder().test(), words);
    }

    private Order order(UUID responseId, Decision decision) {
        String why = Texts.of("indication", decision.indication(), true);
        FlaggedTest flag = decision.isChanged() ? flags.confirmModified(decision.flagId(), decision.bodyPart(), decision.analytes())
                : flags.confirm(decision.flagId());
        if (!flag.responseId().equals(responseId)) {
            throw new CaseGone();
        }
        CaseTriage from = triage.get(responseId);
        if (from.patientId() == null) {
            throw new DecisionRefused("indication", "refusal.nobody_to_order_for");
        }
        ServiceRequest request = new ServiceRequest(NewId.next(), ordered(flag, from), why, me(), time.now());
        requests.add(request);
        flags.moveOn(flag.id(), FlagStep.ORDERED, null);
        audit.record(AuditedAction.CREATE, ENTITY, request.toOrder().id(), from.patientId());
        step(responseId, decision.isChanged() ? CaseStep.MODIFIED : CaseStep.CONFIRMED, flag.test(), why);
        return request.toOrder();
    }

    private void refuseIfBooked(Optional<ServiceRequest> order) {
        order.filter(found -> requests.isBooked(found.toOrder().id())).ifPresent(found -> {
            throw TooLate.booked(found.toOrder().test());
        });
    }

    private void step(UUID responseId, CaseStep step, String test, String words) {
        files.step(responseId, new CaseStepTaken(0, time.now(), me(), step, test, words));
    }

    private List<Order> ordersOf(UUID responseId) {
        return requests.ofResponse(responseId).stream().map(ServiceRequest::toOrder).toList();
    }

    private static ServiceRequest.Ordered ordered(FlaggedTest flag, CaseTriage from) {
        String site = flag.bodyPart().isEmpty() ? null : flag.bodyPart();
        String detail = flag.analytes().isEmpty() ? null : String.join(" ", flag.analytes());
        return new ServiceRequest.Ordered(from.patientId(), flag.responseId(), flag.id(), flag.test(), site, detail,
                from.urgency().name(), from.dueAt(), holds(flag.test(), from));
    }

    /** What the rules hold a test for: answers a doctor has to look at, and safety questions that were left out. */
    private static String holds(String test, CaseTriage from) {
        String holds = from.warnings().stream().filter(warning -> warning.hold() && warning.tests().contains(test)).map(CaseWarning::reason)
                .flatMap(reason -> reason.certain() ? Stream.of(reason.doctorWords()) : reason.missing().stream()).distinct()
                .collect(Collectors.joining("\n"));
        return holds.isEmpty() ? null : holds.substring(0, Math.min(holds.length(), LONGEST_HOLDS));
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
