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
import clinic.anteroom.directory.Colleague;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.Place;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Timetable;
import clinic.anteroom.scheduling.finder.ResourceKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** What people who work here do: one role each. */
@Dependent
public class PractitionerRoleProvider implements IResourceProvider {

    @Inject
    private DirectoryService directory;

    @Inject
    private ScheduleService schedules;

    @Override
    public Class<PractitionerRole> getResourceType() {
        return PractitionerRole.class;
    }

    /** The role of the person with this id. */
    @Read
    public PractitionerRole read(@IdParam IdType id) {
        return roles().stream().filter(role -> role.getIdElement().getIdPart().equals(id.getIdPart())).findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "practitioner") ReferenceParam practitioner,
            @OptionalParam(name = "specialty") TokenParam specialty, RequestDetails request) {
        UUID person = Asked.id(practitioner, "Practitioner");
        return Searchset.of(request, roles().stream()
                .filter(role -> id == null || role.getIdElement().getIdPart().equals(id.getValue()))
                .filter(role -> person == null || role.getIdElement().getIdPart().equals(person.toString()))
                .filter(role -> specialty == null || role.getSpecialtyFirstRep().getCodingFirstRep().getCode() != null
                        && role.getSpecialtyFirstRep().getCodingFirstRep().getCode().equals(specialty.getValue()))
                .toList()).bundle();
    }

    private List<PractitionerRole> roles() {
        Map<UUID, Timetable> timetables = schedules.timetables().stream().collect(Collectors.toMap(Timetable::resourceId, Function.identity()));
        List<Place> sites = directory.places().stream().filter(place -> place.partOf() == null).toList();
        return directory.colleagues().stream().map(colleague -> role(colleague, timetables.get(colleague.id()), sites)).toList();
    }

    private static PractitionerRole role(Colleague colleague, Timetable timetable, List<Place> sites) {
        PractitionerRole role = new PractitionerRole();
        role.setId(colleague.id().toString());
        role.setActive(true).setPractitioner(Actors.reference(ResourceKind.PRACTITIONER, colleague.id(), colleague.name()));
        if (colleague.specialty() != null) {
            role.addSpecialty(Codes.concept(Codes.SPECIALTY, colleague.specialty(), null));
        }
        sites.forEach(site -> role.addLocation(new Reference("Location/" + site.id()).setDisplay(site.name())));
        if (timetable != null) {
            timetable.visitTypes().forEach(code -> role.addHealthcareService(VisitIds.reference(code)));
        }
        return role;
    }
}
