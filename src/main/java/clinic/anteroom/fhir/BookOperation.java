package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.Visit;
import clinic.anteroom.scheduling.VisitQuery;
import clinic.anteroom.scheduling.VisitService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;

/**
 * {@code Appointment/$book} as IHE ITI Scheduling 1.0.1 publishes it (ITI-117): books a proposal, or books, moves or cancels
 * what an Appointment says. Sent again with the same Idempotency-Key it does the thing once.
 */
@Dependent
public class BookOperation implements IResourceProvider {

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

    /**
     * Books.
     *
     * @param proposal    a proposal of $find, or what $hold keeps
     * @param appointment instead of a reference: a new Appointment, or a stored one with another start or with status
     *                    cancelled; its meta.versionId, where given, must still be the stored one
     */
    @Operation(name = "$book", canonicalUrl = "https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-book")
    public Bundle book(@OperationParam(name = "appointment-reference", min = 0, max = 1) Reference proposal,
            @OperationParam(name = "appointment-resource", min = 0, max = 1) Appointment appointment, RequestDetails request) {
        if ((proposal == null) == (appointment == null)) {
            throw new InvalidRequestException("Send appointment-reference or appointment-resource.");
        }
        String key = IdempotencyKey.of(request);
        Booked booked = proposal != null ? fromProposal(proposal.getReferenceElement().getIdPart(), key) : fromAppointment(appointment, key);
        return Searchset.of(request, visits.visits(VisitQuery.of(booked.appointmentId())).visits().stream().map(Appointed::of).toList()).bundle();
    }

    private Booked fromProposal(String id, String key) {
        Optional<Visit> held = Asked.id(id).flatMap(known -> stored(known).stream().findFirst());
        if (held.isPresent()) {
            return booking.confirm(held.get().id(), key);
        }
        WantedVisit visit = wanted.of(id).orElseThrow(() -> new ResourceNotFoundException("There is no proposal Appointment/" + id + "."));
        return booking.book(visit, key);
    }

    private Booked fromAppointment(Appointment appointment, String key) {
        String id = appointment.getIdElement().getIdPart();
        Optional<UUID> storedId = Asked.id(id);
        if (storedId.isEmpty()) {
            return booking.book(wanted.of(appointment), key);
        }
        Visit stored = stored(storedId.get()).stream().findFirst().orElseThrow(() -> new ResourceNotFoundException("There is no Appointment/" + id + "."));
        return appointment.getStatus() == Appointment.AppointmentStatus.CANCELLED
                ? booking.cancel(stored, appointment, key) : booking.move(stored, appointment, wanted.of(appointment), key);
    }

    private List<Visit> stored(UUID id) {
        return visits.visits(VisitQuery.of(id)).visits();
    }
}
