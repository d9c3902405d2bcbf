package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.Place;
import clinic.anteroom.scheduling.FindProposals;
import clinic.anteroom.scheduling.OrderedVisit;
import clinic.anteroom.scheduling.Proposal;
import clinic.anteroom.scheduling.ProposalService;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.SlotQuery;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** {@code Appointment/$find} as IHE ITI Scheduling 1.0.1 publishes it (ITI-115), with the parameters that are honoured here. */
@Dependent
public class FindOperation implements IResourceProvider {

    @Inject
    private ProposalService proposals;

    @Inject
    private ScheduleService schedules;

    @Inject
    private DirectoryService directory;

    @Inject
    private ClinicTime time;

    @Override
    public Class<Appointment> getResourceType() {
        return Appointment.class;
    }

    /**
     * Proposed appointments, earliest first.
     *
     * @param start        visits begin then or later
     * @param end          visits begin earlier
     * @param visitTypes   {@code system|code}, any of them; or an order in referral
     * @param people       any of them must be in the visit
     * @param places       any of them; a site means all of its rooms
     * @param patients     at most one
     * @param referral     id of a ServiceRequest that waits: it tells patient and kind of visit
     */
    @Operation(name = "$find", idempotent = true, canonicalUrl = "https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-find")
    public Bundle find(@OperationParam(name = "start", min = 1, max = 1) DateTimeType start,
            @OperationParam(name = "end", min = 1, max = 1) DateTimeType end,
            @OperationParam(name = "visit-type", min = 0, max = OperationParam.MAX_UNLIMITED) List<StringType> visitTypes,
            @OperationParam(name = "practitioner", min = 0, max = OperationParam.MAX_UNLIMITED) List<Reference> people,
            @OperationParam(name = "location-reference", min = 0, max = OperationParam.MAX_UNLIMITED) List<Reference> places,
            @OperationParam(name = "patient-reference", min = 0, max = OperationParam.MAX_UNLIMITED) List<Reference> patients,
            @OperationParam(name = "referral-identifier", min = 0, max = 1) Identifier referral, RequestDetails request) {
        Optional<OrderedVisit> ordered = referral == null ? Optional.empty() : Optional.of(ordered(referral));
        UUID patient = patient(patients).or(() -> ordered.map(OrderedVisit::patientId)).orElse(null);
        Set<String> kinds = visitTypes == null || visitTypes.isEmpty() ? ordered.map(OrderedVisit::visitType).map(Set::of).orElseThrow(
                () -> new InvalidRequestException("Name a visit-type, or an order that waits in referral-identifier.")) : kinds(visitTypes);
        TimeRange window = window(start, end);
        Set<UUID> rooms = rooms(places);
        List<Appointment> found = kinds.stream()
                .flatMap(kind -> persons(people).flatMap(person -> proposals.find(
                        new FindProposals(kind, patient, window, person, Searchset.LONGEST_PAGE)).stream()))
                .filter(proposal -> rooms.isEmpty() || proposal.casting().stream().anyMatch(casted -> rooms.contains(casted.resourceId())))
                .sorted(Comparator.comparing(Proposal::start))
                .map(Appointed::of).toList();
        Searchset set = Searchset.of(request, distinct(found));
        return lasting(start, end).compareTo(SlotQuery.LONGEST) > 0 ? set.with(Outcomes.warning(IssueType.TOOCOSTLY,
                "At most " + SlotQuery.LONGEST.toDays() + " days from the start are looked at.")).bundle() : set.bundle();
    }

    /** The same id found with two persons is one proposal. */
    private static List<Appointment> distinct(List<Appointment> found) {
        return List.copyOf(found.stream().collect(Collectors.toMap(one -> one.getIdElement().getIdPart(), one -> one, (first, same) -> first,
                LinkedHashMap::new)).values());
    }

    private OrderedVisit ordered(Identifier referral) {
        return Asked.id(referral.getValue()).flatMap(proposals::visitFor)
                .orElseThrow(() -> new UnprocessableEntityException("The order in referral-identifier does not wait for a visit."));
    }

    private static Optional<UUID> patient(List<Reference> patients) {
        if (patients == null || patients.isEmpty()) {
            return Optional.empty();
        }
        if (patients.size() > 1) {
            throw new UnprocessableEntityException("Visits of several patients together are not offered here.");
        }
        return Optional.of(id(patients.get(0), "Patient"));
    }

    private Set<String> kinds(List<StringType> visitTypes) {
        return schedules.visitTypes().stream().map(visit -> visit.code())
                .filter(code -> visitTypes.stream().anyMatch(type -> VisitIds.fits(token(type), code))).collect(Collectors.toSet());
    }

    private static TokenParam token(StringType type) {
        String[] parts = type.getValueNotNull().split("\\|", 2);
        return parts.length == 1 ? new TokenParam(parts[0]) : new TokenParam(parts[0], parts[1]);
    }

    /** Null stands for anybody. */
    private static Stream<UUID> persons(List<Reference> people) {
        return people == null || people.isEmpty() ? Stream.of((UUID) null) : people.stream().map(person -> id(person, "Practitioner"));
    }

    private Set<UUID> rooms(List<Reference> places) {
        if (places == null || places.isEmpty()) {
            return Set.of();
        }
        Set<UUID> named = places.stream().map(place -> id(place, "Location")).collect(Collectors.toSet());
        Set<UUID> within = directory.places().stream().filter(place -> named.contains(place.partOf())).map(Place::id).collect(Collectors.toSet());
        within.addAll(named);
        return within;
    }

    private static UUID id(Reference reference, String type) {
        boolean right = reference.getReferenceElement().getResourceType() == null || type.equals(reference.getReferenceElement().getResourceType());
        return right ? Asked.id(reference.getReferenceElement().getIdPart()).orElse(Asked.NOBODY) : Asked.NOBODY;
    }

    private TimeRange window(DateTimeType start, DateTimeType end) {
        if (start == null || end == null) {
            throw new InvalidRequestException("Name start and end.");
        }
        Instant from = Moments.first(start.getValueAsString(), time.zone());
        Instant until = Moments.first(end.getValueAsString(), time.zone());
        if (!from.isBefore(until)) {
            throw new InvalidRequestException("The end lies before the start.");
        }
        Instant furthest = from.plus(SlotQuery.LONGEST);
        return new TimeRange(from, until.isBefore(furthest) ? until : furthest);
    }

    private Duration lasting(DateTimeType start, DateTimeType end) {
        return Duration.between(Moments.first(start.getValueAsString(), time.zone()), Moments.first(end.getValueAsString(), time.zone()));
    }
}
