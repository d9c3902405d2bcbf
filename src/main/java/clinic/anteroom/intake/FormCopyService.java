package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Forms of a patient who has proved who it is; a copy is read through a mailed link, like right after sending. */
@Stateless
@PermitAll // Called by my visit, which has checked the patient's proof; HouseRulesTest keeps pages away.
public class FormCopyService {

    @Inject
    QuestionnaireResponses responses;

    @Inject
    Questionnaires questionnaires;

    @Inject
    AccessLinks links;

    @Inject
    Calls calls;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** What was sent in, the newest first. */
    public List<FormCopy> of(UUID patientId) {
        audit.record(AuditedAction.VIEW, "QuestionnaireResponse", null, patientId);
        return responses.ofPatient(patientId).stream().filter(QuestionnaireResponse::isSentIn)
                .map(response -> new FormCopy(response.id(), response.reference(), questionnaires.get(response.questionnaire()).title(), response.completedAt())).toList();
    }

    /** Mails a link to a copy; nothing for a form that is somebody else's, or without an address. */
    public boolean mail(UUID patientId, UUID responseId) {
        Optional<Calls.Reach> reach = calls.reachOf(patientId).filter(found -> found.email() != null);
        Optional<QuestionnaireResponse> form = responses.find(responseId).filter(response -> response.isSentIn() && patientId.equals(response.patientId()));
        if (reach.isEmpty() || form.isEmpty()) {
            return false;
        }
        links.ask(form.get(), LinkPurpose.COPY, reach.get().birthDate(), reach.get().email(), time.now(), time.now());
        audit.record(AuditedAction.CREATE, "QuestionnaireResponse", responseId, patientId);
        return true;
    }
}
