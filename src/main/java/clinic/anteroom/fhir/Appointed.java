package clinic.anteroom.fhir;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.scheduling.Proposal;
import clinic.anteroom.scheduling.Visit;
import clinic.anteroom.scheduling.finder.ResourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Reference;

/** Visits and proposals as FHIR's Appointment. */
final class Appointed {

    private Appointed() {
    }

    /** A visit that is stored. */
    static Appointment of(Visit visit) {
        Appointment appointment = new Appointment();
        appointment.setId(visit.id().toString());
        appointment.getMeta().setVersionId(Integer.toString(visit.version()));
        appointment.setStatus(Appointment.AppointmentStatus.fromCode(code(visit.status())))
                .addServiceType(VisitIds.concept(visit.visitType(), visit.visitName()))
                .setStartElement(Moments.instant(visit.start())).setEndElement(Moments.instant(visit.end()))
                .setMinutesDuration((int) Duration.between(visit.start(), visit.end()).toMinutes())
                .setCreatedElement(Moments.dateTime(visit.createdAt()));
        if (visit.cancelReason() != null) {
            appointment.setCancelationReason(Codes.concept(Codes.CANCELLATION, CancelReason.valueOf(visit.cancelReason()).fhirCode(), null));
        }
        visit.orders().forEach(order -> appointment.addBasedOn(new Reference("ServiceRequest/" + order)));
        participant(appointment, ResourceKind.PATIENT, visit.patientId(), null, ParticipationStatus.ACCEPTED);
        visit.with().forEach(with -> participant(appointment, with.kind(), with.resourceId(), with.name(), ParticipationStatus.ACCEPTED));
        return appointment;
    }

    /** A time that could be booked; its id says which. */
    static Appointment of(Proposal proposal) {
        Appointment appointment = new Appointment();
        UUID whose = proposal.patientId() == null ? new UUID(0, 0) : proposal.patientId();
        appointment.setId(new ComputedId(whose, proposal.start(), VisitIds.cut(proposal.visit().code()), people(proposal)).text());
        appointment.setStatus(Appointment.AppointmentStatus.PROPOSED)
                .addServiceType(VisitIds.concept(proposal.visit().code(), proposal.visit().name()))
                .setStartElement(Moments.instant(proposal.start())).setEndElement(Moments.instant(proposal.end()))
                .setMinutesDuration((int) Duration.between(proposal.start(), proposal.end()).toMinutes());
        if (proposal.patientId() != null) {
            participant(appointment, ResourceKind.PATIENT, proposal.patientId(), null, ParticipationStatus.NEEDSACTION);
        }
        proposal.casting().forEach(casted -> participant(appointment, casted.kind(), casted.resourceId(), casted.resourceName(), ParticipationStatus.NEEDSACTION)
                .addType(Codes.concept(Codes.VISIT_PART, casted.key(), casted.label())));
        return appointment;
    }

    private static List<String> people(Proposal proposal) {
        return proposal.casting().stream().filter(casted -> casted.kind() == ResourceKind.PRACTITIONER).map(casted -> ComputedId.mark(casted.resourceId())).toList();
    }

    static String code(AppointmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AppointmentParticipantComponent participant(Appointment appointment, ResourceKind kind, UUID id, String name, ParticipationStatus status) {
        return appointment.addParticipant().setActor(Actors.reference(kind, id, name)).setStatus(status);
    }
}
