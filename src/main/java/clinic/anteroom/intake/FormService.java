package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.Language;
import jakarta.annotation.security.PermitAll;
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

    private static final String ENTITY = "QuestionnaireResponse";

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

    /** The language in which a form was filled in, as far as is known. */
    @PermitAll // A language tells nobody who somebody is.
    public Language languageOf(UUID responseId) {
        return responses.find(responseId).orElseThrow(DraftGone::new).language();
    }

    /** What somebody answered, for who decides on it; the look is logged. */
    public Answers answersOf(UUID responseId) {
        QuestionnaireResponse response = responses.find(responseId).orElseThrow(DraftGone::new);
        audit.record(AuditedAction.VIEW, ENTITY, responseId, response.patientId());
        return response.answers(questionnaires.get(response.questionnaire())).seenIn(questionnaires.get(response.questionnaire(), response.language()));
    }

    /** A form without its answers, for who lists it; the look is logged. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public Optional<FormSummary> summary(UUID responseId) {
        Optional<QuestionnaireResponse> response = responses.find(responseId);
        response.ifPresent(found -> audit.record(AuditedAction.VIEW, ENTITY, responseId, found.patientId()));
        return response.map(found -> found.summary(questionnaires.get(found.questionnaire()).title()));
    }

    private SentForm shown(QuestionnaireResponse response) {
        audit.record(AuditedAction.VIEW, ENTITY, response.id(), response.patientId());
        return response.sentForm(questionnaires.get(response.questionnaire()),
                questionnaires.get(response.questionnaire(), response.language()));
    }
}
