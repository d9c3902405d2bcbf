package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How somebody is some days after the form: asked by a mailed link or by a call, said at any time. */
@Stateless
public class CheckInService {

    private static final String ENTITY = "QuestionnaireResponse";

    @Inject
    private CheckIns checkIns;

    @Inject
    private Calls calls;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /**
     * The patient says how it goes. Worse, or back again, puts the patient on the list of calls at once.
     *
     * @param course null if nothing was chosen
     * @throws AnswersRefused if nothing was chosen (field {@code course})
     * @throws DraftGone      if the key opens no form that was sent in
     */
    @PermitAll // The key is the proof.
    public void say(String key, Course course) {
        QuestionnaireResponse response = sent(key).orElseThrow(DraftGone::new);
        if (course == null) {
            throw new AnswersRefused(List.of(new FieldRefused("course", "refusal.course_missing")));
        }
        checkIns.add(response.id(), course, time.now());
        if (course.needsCall()) {
            calls.ask(response.id(), CallKind.WORSE, time.now(), time.now());
        }
        audit.record(AuditedAction.UPDATE, ENTITY, response.id(), response.patientId());
    }

    /** What was said last; empty if nothing was. */
    @PermitAll // The key is the proof.
    public Optional<CheckIn> last(String key) {
        return sent(key).flatMap(response -> checkIns.of(response.id()).stream().findFirst());
    }

    /** All that was said after a form, the newest first; the look is logged. */
    @RolesAllowed(Roles.DOCTOR)
    public List<CheckIn> of(UUID responseId) {
        audit.record(AuditedAction.VIEW, ENTITY, responseId, responses.find(responseId).map(QuestionnaireResponse::patientId).orElse(null));
        return checkIns.of(responseId);
    }

    private Optional<QuestionnaireResponse> sent(String key) {
        return responses.findByKey(key).filter(QuestionnaireResponse::isSentIn);
    }
}
