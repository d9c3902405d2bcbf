package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.directory.Colleague;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** Reads what is wanted from a proposal's id or from an Appointment that a program wrote. Nothing in it is trusted. */
@Dependent
class WantedVisits {

    @Inject
    private ScheduleService schedules;

    @Inject
    private DirectoryService directory;

    @Inject
    private ClinicTime time;

    /** What a proposal's id says, the people who were proposed among it; empty if it names none, or somebody who is not here any more. */
    Optional<WantedVisit> of(String proposalId) {
        return ComputedId.read(proposalId).flatMap(id -> VisitIds.find(schedules.visitTypes(), String.valueOf(id.visitId()))
                .flatMap(visit -> people(id).map(people -> new WantedVisit(id.owner().equals(new UUID(0, 0)) ? null : id.owner(), visit.code(), id.start(),
                        Map.of(), people, null))));
    }

    private Optional<List<UUID>> people(ComputedId id) {
        List<UUID> colleagues = id.people().isEmpty() ? List.of() : directory.colleagues().stream().map(Colleague::id).toList();
        List<UUID> people = id.people().stream().flatMap(mark -> colleagues.stream().filter(one -> ComputedId.mark(one).equals(mark))).toList();
        return people.size() < id.people().size() ? Optional.empty() : Optional.of(people);
    }

    /** What an Appointment says. */
    WantedVisit of(Appointment appointment) {
        if (!appointment.hasStart()) {
            throw new UnprocessableEntityException("The appointment has no start.");
        }
        UUID patient = null;
        Map<String, UUID> byPart = new LinkedHashMap<>();
        List<UUID> others = new ArrayList<>();
        for (AppointmentParticipantComponent participant : appointment.getParticipant()) {
            UUID id = id(participant.getActor());
            if ("Patient".equals(participant.getActor().getReferenceElement().getResourceType())) {
                patient = id;
            } else if (participant.hasActor()) {
                part(participant).ifPresentOrElse(part -> byPart.put(part, id), () -> others.add(id));
            }
        }
        return new WantedVisit(patient, visitType(appointment), Moments.first(appointment.getStartElement().getValueAsString(), time.zone()),
                byPart, others, orders(appointment));
    }

    private String visitType(Appointment appointment) {
        return appointment.getServiceType().stream().flatMap(type -> type.getCoding().stream())
                .filter(coding -> Codes.VISIT_TYPE.equals(coding.getSystem())).map(Coding::getCode)
                .filter(code -> schedules.visitTypes().stream().map(VisitType::code).anyMatch(code::equals))
                .findFirst().orElseThrow(() -> new UnprocessableEntityException("serviceType names no kind of visit in " + Codes.VISIT_TYPE + "."));
    }

    private static Set<UUID> orders(Appointment appointment) {
        return appointment.hasBasedOn() ? appointment.getBasedOn().stream().map(WantedVisits::id).collect(Collectors.toSet()) : null;
    }

    private static Optional<String> part(AppointmentParticipantComponent participant) {
        return participant.getType().stream().flatMap(type -> type.getCoding().stream())
                .filter(coding -> Codes.VISIT_PART.equals(coding.getSystem())).map(Coding::getCode).filter(Objects::nonNull).findFirst();
    }

    private static UUID id(Reference reference) {
        return Asked.id(reference.getReferenceElement().getIdPart()).orElse(Asked.NOBODY);
    }
}
