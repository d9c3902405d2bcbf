package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.intake.SentForm;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;

/** Forms that patients sent in, for doctors only. */
@Dependent
public class QuestionnaireResponseProvider implements IResourceProvider {

    private static final Map<ResponseStatus, QuestionnaireResponseStatus> STATUSES = Map.of(
            ResponseStatus.IN_PROGRESS, QuestionnaireResponseStatus.INPROGRESS,
            ResponseStatus.COMPLETED, QuestionnaireResponseStatus.COMPLETED,
            ResponseStatus.AMENDED, QuestionnaireResponseStatus.AMENDED,
            ResponseStatus.STOPPED, QuestionnaireResponseStatus.STOPPED);

    @Inject
    private FormService forms;

    @Inject
    private Questionnaires questionnaires;

    private Map<String, Questionnaire> asked;

    /** Reads the documents once. */
    @PostConstruct
    void parse() {
        asked = documents(questionnaires);
    }

    /** What was ever asked, by its canonical address with version. */
    static Map<String, Questionnaire> documents(Questionnaires questionnaires) {
        return questionnaires.documents().stream().map(QuestionnaireProvider::questionnaire)
                .collect(Collectors.toMap(document -> document.getUrl() + "|" + document.getVersion(), Function.identity()));
    }

    @Override
    public Class<QuestionnaireResponse> getResourceType() {
        return QuestionnaireResponse.class;
    }

    /** One form. */
    @Read
    public QuestionnaireResponse read(@IdParam IdType id) {
        return Asked.id(id.getIdPart()).flatMap(forms::find).map(form -> response(form, asked)).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** What a patient sent in, the newest first. */
    @Search
    public Bundle search(@OptionalParam(name = "patient") ReferenceParam patient, @OptionalParam(name = "subject") ReferenceParam subject,
            @OptionalParam(name = "status") TokenParam status, @OptionalParam(name = "questionnaire") ReferenceParam questionnaire, RequestDetails request) {
        UUID whose = patient == null ? Asked.id(subject, "Patient") : Asked.id(patient, "Patient");
        if (whose == null) {
            return Searchset.nothing(request, Outcomes.warning(IssueType.TOOCOSTLY, "Ask for a patient.")).bundle();
        }
        List<QuestionnaireResponse> found = forms.ofPatient(whose).stream().map(form -> response(form, asked))
                .filter(response -> status == null || response.getStatus().toCode().equals(status.getValue()))
                .filter(response -> questionnaire == null || isTo(response, questionnaire.getValue())).toList();
        return Searchset.of(request, found).bundle();
    }

    private static boolean isTo(QuestionnaireResponse response, String canonical) {
        return response.getQuestionnaire().equals(canonical) || response.getQuestionnaire().startsWith(canonical + "|");
    }

    static QuestionnaireResponse response(SentForm form, Map<String, Questionnaire> asked) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        String canonical = form.answers().questionnaire().canonical();
        response.setId(form.id().toString());
        response.setQuestionnaire(canonical).setStatus(STATUSES.get(form.status()))
                .setAuthoredElement(Moments.dateTime(form.completedAt() == null ? form.startedAt() : form.completedAt()));
        if (form.patientId() != null) {
            response.setSubject(new Reference("Patient/" + form.patientId()));
        }
        response.setLanguage(form.answers().seenLanguage().code());
        ResponseItems.of(asked.get(canonical).getItem(), form.answers()).forEach(response::addItem);
        return response;
    }
}
