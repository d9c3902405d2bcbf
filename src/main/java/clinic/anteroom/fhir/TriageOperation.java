package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.ConsultService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** {@code QuestionnaireResponse/$triage}: what the rules say about answers that a program brings along. Nothing is stored. */
@Dependent
public class TriageOperation implements IResourceProvider {

    @Inject
    private ConsultService consult;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private ClinicTime time;

    @Override
    public Class<QuestionnaireResponse> getResourceType() {
        return QuestionnaireResponse.class;
    }

    /**
     * Asks the rules.
     *
     * @param body a QuestionnaireResponse to one of our questionnaires ({@code url|version}, or {@code url} for the newest), or
     *             Parameters with one in {@code response}; ages count from its {@code authored}, or from today
     */
    @Operation(name = "$triage", idempotent = false)
    public Parameters triage(@ResourceParam Resource body) {
        QuestionnaireResponse response = response(body);
        Questionnaire asked = questionnaire(response);
        LocalDate asOf = response.hasAuthored() ? LocalDate.ofInstant(Moments.first(response.getAuthoredElement().getValueAsString(), time.zone()), time.zone())
                : time.today();
        return consult.ask(asked, GivenAnswers.of(response, asked), asOf).map(TriageAnswer::of)
                .orElseThrow(() -> new UnprocessableEntityException("No rules are in force for " + asked.canonical() + "."));
    }

    private static QuestionnaireResponse response(Resource body) {
        Resource found = body instanceof Parameters parameters ? parameters.getParameter().stream()
                .filter(parameter -> "response".equals(parameter.getName())).map(Parameters.ParametersParameterComponent::getResource)
                .findFirst().orElse(null) : body;
        if (found instanceof QuestionnaireResponse response) {
            return response;
        }
        throw new InvalidRequestException("Send a QuestionnaireResponse.");
    }

    private Questionnaire questionnaire(QuestionnaireResponse response) {
        String canonical = String.valueOf(response.getQuestionnaire());
        return questionnaires.all().stream()
                .filter(asked -> asked.canonical().equals(canonical) || asked.url().equals(canonical))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new UnprocessableEntityException("There is no questionnaire " + canonical + " here."));
    }
}
