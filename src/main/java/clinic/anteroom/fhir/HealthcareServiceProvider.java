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
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.finder.VisitType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;

/** Kinds of visit that can be booked: one service each. */
@Dependent
public class HealthcareServiceProvider implements IResourceProvider {

    @Inject
    private ScheduleService schedules;

    @Override
    public Class<HealthcareService> getResourceType() {
        return HealthcareService.class;
    }

    /** One of them. */
    @Read
    public HealthcareService read(@IdParam IdType id) {
        return VisitIds.find(schedules.visitTypes(), id.getIdPart()).map(HealthcareServiceProvider::service)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "name") StringParam name,
            @OptionalParam(name = "service-type") TokenParam type, RequestDetails request) {
        return Searchset.of(request, schedules.visitTypes().stream()
                .filter(visit -> id == null || VisitIds.of(visit.code()).equals(id.getValue()))
                .filter(visit -> name == null || Names.begins(visit.name(), name))
                .filter(visit -> type == null || VisitIds.fits(type, visit.code()))
                .map(HealthcareServiceProvider::service).toList()).bundle();
    }

    private static HealthcareService service(VisitType visit) {
        HealthcareService service = new HealthcareService();
        service.setId(VisitIds.of(visit.code()));
        service.setActive(true).setName(visit.name()).addType(VisitIds.concept(visit.code(), visit.name())).setAppointmentRequired(true);
        service.setComment(visit.length().toMinutes() + " minutes: " + visit.phases().stream()
                .map(phase -> phase.name() + " " + phase.length().toMinutes()).collect(Collectors.joining(", ")));
        return service;
    }
}
