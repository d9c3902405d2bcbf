package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.VisitQuery;
import clinic.anteroom.scheduling.VisitService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;

/**
 * {@code Appointment/$hold} as IHE ITI Scheduling 1.0.1 publishes it (ITI-116): keeps a proposal for ten minutes as a pending
 * Appointment, which {@code $book} then confirms by its id.
 */
@Dependent
public class HoldOperation implements IResourceProvider {

    @Inject
    private Booking booking;

    @Inject
    private WantedVisits wanted;

    @Inject
    private VisitService visits;

    @Override
    public Class<Appointment> getResourceType() {
        return Appointment.class;
    }

    /** Holds a proposal of $find; a client holds one time for a patient, and the next hold replaces it. */
    @Operation(name = "$hold", canonicalUrl = "https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-hold")
    public Bundle hold(@OperationParam(name = "appointment-reference", min = 1, max = 1) Reference proposal, RequestDetails request) {
        String id = proposal == null ? null : proposal.getReferenceElement().getIdPart();
        WantedVisit visit = wanted.of(id).orElseThrow(() -> new ResourceNotFoundException("There is no proposal Appointment/" + id + "."));
        Booked held = booking.hold(visit, IdempotencyKey.of(request));
        return Searchset.of(request, visits.visits(VisitQuery.of(held.appointmentId())).visits().stream().map(Appointed::of).toList()).bundle();
    }
}
