package clinic.anteroom.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.ProposalService;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.VisitPage;
import clinic.anteroom.scheduling.VisitQuery;
import clinic.anteroom.scheduling.VisitService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;

/** Visits that are stored, and proposals by the id that $find gave them. */
@Dependent
public class AppointmentProvider implements IResourceProvider {

    @Inject
    private VisitService visits;

    @Inject
    private ProposalService proposals;

    @Inject
    private ScheduleService schedules;

    @Inject
    private WantedVisits wanted;

    @Inject
    private Included included;

    @Inject
    private ClinicTime time;

    @Override
    public Class<Appointment> getResourceType() {
        return Appointment.class;
    }

    /** One visit, or a proposal as long as it can be booked. */
    @Read
    public Appointment read(@IdParam IdType id) {
        return Asked.id(id.getIdPart()).map(this::stored).orElseGet(() -> wanted.of(id.getIdPart()).flatMap(this::proposed))
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** The visits that fit, by start. Without a patient or a beginning and an end nothing is looked for. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id,
            @OptionalParam(name = "patient", targetTypes = Patient.class) ReferenceParam patient,
            @OptionalParam(name = "practitioner", targetTypes = Practitioner.class) ReferenceParam practitioner,
            @OptionalParam(name = "location", targetTypes = Location.class) ReferenceParam location,
            @OptionalParam(name = "actor", targetTypes = {Patient.class, Practitioner.class, Location.class, Device.class}) ReferenceParam actor,
            @OptionalParam(name = "date") DateRangeParam date, @OptionalParam(name = "status") TokenOrListParam status,
            @OptionalParam(name = "service-type") TokenParam type,
            @IncludeParam(allow = {"Appointment:patient", "Appointment:practitioner", "Appointment:location", "Appointment:actor"}) Set<Include> includes,
            @Sort SortSpec sort, RequestDetails request) {
        if (sort != null && (!"date".equals(sort.getParamName()) || sort.getOrder() == SortOrderEnum.DESC)) {
            throw new InvalidRequestException("Appointments are sorted by date, the earliest first.");
        }
        if (Stream.of(practitioner, location, actor).filter(Objects::nonNull).count() > 1) {
            throw new InvalidRequestException("Ask for one practitioner, location or actor at a time.");
        }
        Set<AppointmentStatus> statuses = statuses(status);
        VisitQuery query = new VisitQuery(Asked.id(id), patient(patient, actor), resource(practitioner, location, actor), Asked.from(date, time.zone()),
                Asked.until(date, time.zone()), statuses, visitType(type), Searchset.offset(request), Searchset.count(request));
        if (query.isUnbounded()) {
            return Searchset.nothing(request, Outcomes.warning(IssueType.TOOCOSTLY, "Ask for a patient, or for dates with a beginning and an end.")).bundle();
        }
        VisitPage page = status != null && statuses.isEmpty() ? new VisitPage(0, List.of()) : visits.visits(query);
        Searchset set = Searchset.page(request, page.total(), page.visits().stream().map(Appointed::of).toList());
        return set.including(included.of(page.visits(), includes)).bundle();
    }

    private Optional<Appointment> stored(UUID id) {
        return visits.visits(VisitQuery.of(id)).visits().stream().findFirst().map(Appointed::of);
    }

    /** The proposal with the people of its id, as long as all of them are free. */
    private Optional<Appointment> proposed(WantedVisit visit) {
        Map<String, UUID> named = proposals.casting(visit.visitType(), Map.of(), visit.others());
        return proposals.findAt(visit.visitType(), visit.patientId(), visit.start(), named).map(Appointed::of);
    }

    private static UUID patient(ReferenceParam patient, ReferenceParam actor) {
        return patient == null && actor != null && "Patient".equals(actor.getResourceType()) ? Asked.id(actor, "Patient") : Asked.id(patient, "Patient");
    }

    private static UUID resource(ReferenceParam practitioner, ReferenceParam location, ReferenceParam actor) {
        if (practitioner != null) {
            return Asked.id(practitioner, "Practitioner");
        }
        boolean person = actor != null && !"Patient".equals(actor.getResourceType());
        return location != null ? Asked.id(location, "Location") : person ? Asked.id(actor, actor.getResourceType()) : null;
    }

    private static Set<AppointmentStatus> statuses(TokenOrListParam asked) {
        return asked == null ? Set.of() : asked.getValuesAsQueryTokens().stream()
                .flatMap(token -> Stream.of(AppointmentStatus.values()).filter(status -> Appointed.code(status).equals(token.getValue())))
                .collect(Collectors.toSet());
    }

    /** An unknown kind fits no visit. */
    private String visitType(TokenParam type) {
        return type == null ? null : schedules.visitTypes().stream().map(visit -> visit.code()).filter(code -> VisitIds.fits(type, code))
                .findFirst().orElse("-");
    }
}
