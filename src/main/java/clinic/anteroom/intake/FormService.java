package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Forms with their answers, for doctors, and for the officer who hands out a whole record. A form that is still being filled in is nobody's business. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class FormService {

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private AuditService audit;

    /** The form, if it was sent in or stopped; the look is logged. */
    public Optional<SentForm> find(UUID id) {
        return responses.find(id).filter(response -> response.status() != ResponseStatus.IN_PROGRESS).map(this::shown);
    }

    /** All forms that a patient sent in, the newest first; each look is logged. */
    @RolesAllowed({Roles.DOCTOR, Roles.PRIVACY_OFFICER})
    public List<SentForm> ofPatient(UUID patientId) {
        return responses.ofPatient(patientId).stream().map(this::shown).toList();
    }

    private SentForm shown(QuestionnaireResponse response) {
        audit.record(AuditedAction.VIEW, "QuestionnaireResponse", response.id(), response.patientId());
        return response.sentForm(questionnaires.get(response.questionnaire()),
                questionnaires.get(response.questionnaire(), response.language()));
    }
}
