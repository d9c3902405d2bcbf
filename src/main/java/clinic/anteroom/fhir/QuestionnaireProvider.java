package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.intake.Questionnaires;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Questionnaire;

/** What patients are asked, old versions included: responses point at a version for ever. */
@Dependent
public class QuestionnaireProvider implements IResourceProvider {

    @Inject
    private Questionnaires questionnaires;

    private List<Questionnaire> documents;

    /** Reads the documents once. */
    @PostConstruct
    void parse() {
        documents = questionnaires.documents().stream().map(QuestionnaireProvider::questionnaire).map(this::withTranslations).toList();
    }

    @Override
    public Class<Questionnaire> getResourceType() {
        return Questionnaire.class;
    }

    /** One version of one questionnaire. */
    @Read
    public Questionnaire read(@IdParam IdType id) {
        return documents.stream().filter(document -> document.getIdElement().getIdPart().equals(id.getIdPart())).findFirst()
                .map(Questionnaire::copy).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "url") UriParam url,
            @OptionalParam(name = "version") TokenParam version, @OptionalParam(name = "status") TokenParam status,
            @OptionalParam(name = "title") StringParam title, RequestDetails request) {
        return Searchset.of(request, documents.stream()
                .filter(document -> id == null || document.getIdElement().getIdPart().equals(id.getValue()))
                .filter(document -> url == null || document.getUrl().equals(url.getValue()))
                .filter(document -> version == null || document.getVersion().equals(version.getValue()))
                .filter(document -> status == null || document.getStatus().toCode().equals(status.getValue()))
                .filter(document -> title == null || Names.begins(document.getTitle(), title))
                .map(Questionnaire::copy).toList()).bundle();
    }

    private Questionnaire withTranslations(Questionnaire document) {
        questionnaires.translationOf(document.getUrl() + "|" + document.getVersion()).ifPresent(words -> Translations.add(document, words));
        return document;
    }

    /** The document with the id that this door gives it: name, dot, version. */
    static Questionnaire questionnaire(String text) {
        Questionnaire document = FhirContext.forR4Cached().newJsonParser().parseResource(Questionnaire.class, text);
        document.setId(document.getUrl().substring(document.getUrl().lastIndexOf('/') + 1) + "." + document.getVersion());
        return document;
    }
}
