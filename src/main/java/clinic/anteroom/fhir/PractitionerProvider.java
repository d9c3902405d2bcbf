package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.directory.Colleague;
import clinic.anteroom.directory.DirectoryService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Practitioner;

/** People who work here. */
@Dependent
public class PractitionerProvider implements IResourceProvider {

    @Inject
    private DirectoryService directory;

    @Override
    public Class<Practitioner> getResourceType() {
        return Practitioner.class;
    }

    /** One of them. */
    @Read
    public Practitioner read(@IdParam IdType id) {
        return directory.colleagues().stream().filter(colleague -> colleague.id().toString().equals(id.getIdPart())).findFirst()
                .map(PractitionerProvider::practitioner).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "name") StringParam name, RequestDetails request) {
        return Searchset.of(request, directory.colleagues().stream()
                .filter(colleague -> id == null || colleague.id().toString().equals(id.getValue()))
                .filter(colleague -> name == null || Names.begins(colleague.name(), name))
                .map(PractitionerProvider::practitioner).toList()).bundle();
    }

    static Practitioner practitioner(Colleague colleague) {
        Practitioner practitioner = new Practitioner();
        practitioner.setId(colleague.id().toString());
        HumanName name = practitioner.setActive(true).addName().setText(colleague.name()).setFamily(colleague.familyName()).addGiven(colleague.givenName());
        if (colleague.prefix() != null) {
            name.addPrefix(colleague.prefix());
        }
        return practitioner;
    }
}
