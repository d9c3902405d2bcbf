package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.PatientSummary;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.CaseTriage;
import clinic.anteroom.triage.FlagStep;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.TriageService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The doctor's table: what waits, one case opened, a flag confirmed or dismissed. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class CareService {

    private static final String ENTITY = "ServiceRequest";
    private static final int LONGEST_TEXT = 2000;

    @Inject
    private Cases cases;

    @Inject
    private ServiceRequests requests;

    @Inject
    private TriageService triage;

    @Inject
    private IntakeService intake;

    @Inject
    private PatientService patients;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** Every case, what waits first on top; one row in the audit trail for each person shown. */
    public List<CaseSummary> worklist() {
        List<CaseSummary> all = cases.all();
        all.forEach(shown -> audit.record(AuditedAction.VIEW, "QuestionnaireResponse", shown.responseId(), shown.patientId()));
        return all;
    }

    /**
     * One case with all that is known.
     *
     * @throws CaseGone if there is no such case
     */
    public OpenCase open(UUID responseId) {
        CaseSummary summary = cases.find(responseId).orElseThrow(CaseGone::new);
        PatientSummary patient = summary.patientId() == null ? null : patients.find(summary.patientId()).orElseThrow(CaseGone::new);
        return new OpenCase(summary, patient, intake.answersOf(responseId), triage.get(responseId), ordersOf(responseId));
    }

    /**
     * Confirms a flag: from now on it is an order that the desk may book, latest when the urgency of its form says so.
     *
     * @param indication why, 1 to 2000 characters, in the doctor's words
     * @throws DecisionRefused if the indication is missing or too long (field {@code indication})
     */
    public Order confirm(UUID flagId, String indication) {
        String why = text("indication", indication, true);
        FlaggedTest flag = triage.confirm(flagId);
        CaseTriage from = triage.get(flag.responseId());
        ServiceRequest request = new ServiceRequest(NewId.next(), ordered(flag, from), why,
                session.getCallerPrincipal().getName(), time.now());
        requests.add(request);
        triage.moveOn(flagId, FlagStep.ORDERED, null);
        audit.record(AuditedAction.CREATE, ENTITY, request.toOrder().id(), from.patientId());
        return request.toOrder();
    }

    /**
     * Does not follow a flag. It stays on record with the reason.
     *
     * @param words more about the reason, at most 2000 characters; may be null unless the reason is OTHER
     * @throws DecisionRefused if no reason is chosen (field {@code reason}), or OTHER has no words (field {@code words})
     */
    public FlaggedTest dismiss(UUID flagId, DismissalReason reason, String words) {
        if (reason == null) {
            throw new DecisionRefused("reason", "refusal.reason_missing");
        }
        return triage.reject(flagId, reason.name(), text("words", words, reason == DismissalReason.OTHER));
    }

    private List<Order> ordersOf(UUID responseId) {
        return requests.ofResponse(responseId).stream().map(ServiceRequest::toOrder).toList();
    }

    private static ServiceRequest.Ordered ordered(FlaggedTest flag, CaseTriage from) {
        String site = flag.bodyPart().isEmpty() ? null : flag.bodyPart();
        String detail = flag.analytes().isEmpty() ? null : String.join(" ", flag.analytes());
        return new ServiceRequest.Ordered(from.patientId(), flag.responseId(), flag.id(), flag.test(), site, detail,
                from.urgency().name(), from.dueAt());
    }

    private static String text(String field, String typed, boolean needed) {
        String text = typed == null ? "" : typed.strip();
        if (needed && text.isEmpty()) {
            throw new DecisionRefused(field, "refusal." + field + "_missing");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new DecisionRefused(field, "refusal.text_too_long", LONGEST_TEXT);
        }
        return text.isEmpty() ? null : text;
    }
}
