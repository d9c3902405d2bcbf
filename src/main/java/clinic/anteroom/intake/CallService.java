package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The calls staff should make: who waits, since when, and who has taken care of it. */
@Stateless
public class CallService {

    private static final String ENTITY = "Task";
    private static final Duration DONE_LATELY = Duration.ofDays(7);
    private static final int LONGEST_TEXT = 500;

    @Inject
    private Calls calls;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** Everybody who waits for a call now, emergencies first; one row in the audit trail for each. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<PatientCall> waiting() {
        return shown(calls.waiting(time.now()));
    }

    /** What was taken care of in the last seven days, the newest first. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<PatientCall> doneLately() {
        return shown(calls.doneSince(time.now().minus(DONE_LATELY)));
    }

    /** How many emergencies nobody has taken care of. It names nobody, so no look is logged. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public int emergenciesWaiting() {
        return calls.emergencies();
    }

    /** The calls for one form, the newest first. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<PatientCall> of(UUID responseId) {
        return shown(calls.of(responseId));
    }

    /**
     * Somebody has taken care of it.
     *
     * @param words what came of it, at most 500 characters; null if there is nothing to say
     * @throws CallDone       if somebody else was faster
     * @throws AnswersRefused if the words are too long (field {@code words})
     */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void done(UUID callId, String words) {
        if (words != null && words.strip().length() > LONGEST_TEXT) {
            throw new AnswersRefused(List.of(new FieldRefused("words", "refusal.text_too_long", LONGEST_TEXT)));
        }
        String kept = words == null || words.isBlank() ? null : words.strip();
        if (!calls.done(callId, session.getCallerPrincipal().getName(), time.now(), kept)) {
            throw new CallDone();
        }
        audit.record(AuditedAction.UPDATE, ENTITY, callId, calls.find(callId).map(this::patientOf).orElse(null));
    }

    /**
     * The advice was care at home, and a visit is wished for all the same. Asked twice, one call waits.
     *
     * @throws DraftGone if the key opens no form that was sent in
     */
    @PermitAll // The key is the proof.
    public void wishForVisit(String key) {
        ask(key, CallKind.VISIT_WISH);
    }

    /**
     * Questions were left open, and the patient takes the offer to answer them on the phone. Asked twice, one call waits.
     *
     * @throws DraftGone if the key opens no form that was sent in
     */
    @PermitAll // The key is the proof.
    public void callBack(String key) {
        ask(key, CallKind.CALL_BACK);
    }

    private void ask(String key, CallKind kind) {
        QuestionnaireResponse response = responses.findByKey(key).filter(QuestionnaireResponse::isSentIn).orElseThrow(DraftGone::new);
        calls.ask(response.id(), kind, time.now(), time.now());
        audit.record(AuditedAction.CREATE, ENTITY, response.id(), response.patientId());
    }

    /** Whether a visit was wished for with this form, whatever came of it. */
    @PermitAll // The key is the proof.
    public boolean isVisitWished(String key) {
        return isAsked(key, CallKind.VISIT_WISH);
    }

    /** Whether the offer of a call was taken, whatever came of it. */
    @PermitAll // The key is the proof.
    public boolean isCallBackWished(String key) {
        return isAsked(key, CallKind.CALL_BACK);
    }

    private boolean isAsked(String key, CallKind kind) {
        return responses.findByKey(key).map(response -> calls.of(response.id())).orElse(List.of()).stream().anyMatch(call -> call.kind() == kind);
    }

    private List<PatientCall> shown(List<PatientCall> list) {
        list.forEach(call -> audit.record(AuditedAction.VIEW, ENTITY, call.id(), patientOf(call)));
        return list;
    }

    private UUID patientOf(PatientCall call) {
        return responses.find(call.responseId()).map(QuestionnaireResponse::patientId).orElse(null);
    }
}
