package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.Trial.Kind;
import clinic.anteroom.scheduling.Trial.Obstacle;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes one phase of one visit longer or shorter than its kind, and says beforehand what stands against it. Everybody in the visit stays. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class LengthService {

    private static final int TIMES_AFTER_A_REFUSAL = 3;

    @Inject
    AppointmentService changes;

    @Inject
    AgendaService agenda;

    @Inject
    Attempts attempts;

    @Inject
    Appointments appointments;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Searches searches;

    @Inject
    Lengths lengths;

    @Inject
    InTheWay inTheWay;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Changes the length; who comes second keeps the old one and gets {@link SlotTaken} with three other times of the new one. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Booked resize(ResizeVisit command) {
        try {
            return attempts.at(() -> changes.resize(command));
        } catch (SlotTaken taken) {
            Booked still = agenda.get(command.appointmentId());
            if (still.status().isInTheHouse()) {
                throw taken; // Nobody who sits in the room is sent away to another time.
            }
            FindTimes question = FindTimes.insteadOf(still).needing(resized(still, command.phase(), command.minutes()));
            throw new SlotTaken(agenda.find(question.between(LocalDate.ofInstant(still.start(), time.zone()), null), TIMES_AFTER_A_REFUSAL).times());
        }
    }

    /** Who made the visit longer or shorter, the newest change first. */
    public List<LengthChange> history(UUID appointmentId) {
        audit.record(AuditedAction.VIEW, "Appointment", appointmentId, appointments.get(appointmentId).patientId());
        return lengths.history(appointmentId);
    }

    /** The kind of visit, as long as this one is. */
    public VisitType asBooked(Booked visit) {
        return visitTypes.get(visit.visitType(), visit.needs());
    }

    /** Whether the phase could take so many minutes, 5 to 240 in fives, and if not, everything that stands against it. It changes nothing. */
    public Trial look(UUID appointmentId, int phase, int minutes) {
        new ResizeVisit(appointmentId, 0, phase, minutes, "").check();
        Booked visit = appointments.get(appointmentId);
        audit.record(AuditedAction.VIEW, "Appointment", appointmentId, visit.patientId());
        VisitType kind = visitTypes.get(visit.visitType(), resized(visit, phase, minutes));
        if (!visit.status().isInTheHouse() && visit.start().isBefore(time.now())) {
            return new Trial(kind, visit.start(), null, List.of(new Obstacle(Kind.PAST, null)));
        }
        if (endOf(kind, visit.start(), phase).isBefore(time.now())) {
            return new Trial(kind, visit.start(), null, List.of(new Obstacle(Kind.OVER, null)));
        }
        return look(visit, kind, searches.around(visit, kind));
    }

    /** When the phase would end. */
    static Instant endOf(VisitType kind, Instant start, int phase) {
        return start.plus(kind.phases().stream().filter(one -> one.ordinal() <= phase).map(VisitType.Phase::length).reduce(Duration.ZERO, Duration::plus));
    }

    private Trial look(Booked visit, VisitType kind, Search search) {
        Availability availability = search.availability();
        Map<String, UUID> cast = SameCast.of(kind, visit, resources.all());
        Map<String, List<TimeRange>> stretches = kind.stretches(visit.start());
        Map<String, Lane> lanes = new HashMap<>();
        List<Obstacle> obstacles = new ArrayList<>();
        for (VisitType.Part part : kind.parts()) {
            Resource resource = availability.get(cast.get(part.key()));
            if (!stretches.get(part.key()).stream().allMatch(stretch -> availability.isOpen(resource.id(), stretch))) {
                obstacles.add(new Obstacle(Kind.CLOSED, resource.name()));
                continue;
            }
            Optional<Lane> free = availability.lanes(resource)
                    .filter(lane -> stretches.get(part.key()).stream().allMatch(stretch -> availability.isFree(lane, stretch))).findFirst();
            free.ifPresentOrElse(lane -> lanes.put(part.key(), lane), () -> obstacles.add(inTheWay.of(resource, stretches.get(part.key()), visit.appointmentId())));
        }
        if (!availability.isFree(search.patient(), TimeRange.startingAt(visit.start(), kind.length()))) {
            obstacles.add(new Obstacle(Kind.PATIENT, null));
        }
        audit.viewed("Appointment", Trial.others(obstacles));
        return obstacles.isEmpty()
                ? new Trial(kind, visit.start(), TimeFinder.named(search, new Plan(kind, visit.start(), lanes)), List.of())
                : new Trial(kind, visit.start(), null, obstacles);
    }

    private VisitNeeds resized(Booked visit, int phase, int minutes) {
        return resized(asBooked(visit), visit.needs(), phase, minutes);
    }

    /** The needs with a length for one phase; refuses a phase that the kind of visit has not. */
    static VisitNeeds resized(VisitType kind, VisitNeeds needs, int phase, int minutes) {
        Duration ordered = kind.phases().stream().filter(one -> one.ordinal() == phase).findFirst().orElseThrow(VisitNotPossible::unknownPhase).ordered();
        return needs.setByDesk(phase, (int) (minutes - ordered.toMinutes()));
    }
}
