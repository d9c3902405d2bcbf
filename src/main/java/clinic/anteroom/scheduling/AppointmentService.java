package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes visits, one transaction a method: after a refusal nothing has happened. Pages come through
 * {@link BookingService}, which tries again where that helps.
 */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AppointmentService {

    @Inject
    Appointments appointments;

    @Inject
    Occupancies occupancies;

    @Inject
    Orders orders;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    BookingKeys keys;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Resource
    SessionContext session;

    /** Books, once for each key. Refuses with {@link SlotTaken}, {@link OrderNotBookable} or {@link VisitNotPossible}. */
    public Booked book(BookVisit command) {
        UUID id = NewId.next();
        Optional<UUID> before = keys.use(command.key(), command.digest(), id, time.now());
        if (before.isPresent()) {
            return booked(before.get());
        }
        VisitType visit = visitTypes.get(command.visitType());
        Plan plan = plan(visit, command.patientId(), command.start(), command.chosen());
        appointments.add(Appointment.booked(id, visit.code(), command.patientId(), plan.whole(), time.zone(),
                session.getCallerPrincipal().getName(), time.now()));
        orders.answer(command.orders(), command.patientId(), visit.tests(), id);
        occupancies.take(id, plan.stretches(new Lane(command.patientId(), 1)));
        audit.record(AuditedAction.CREATE, "Appointment", id, command.patientId());
        events.fire(new AppointmentBooked(id, command.patientId(), command.start()));
        return booked(id);
    }

    /** Moves, once for each key. Refuses like booking, and with {@link AppointmentChanged} or {@link AppointmentNotAhead}. */
    public Booked move(MoveVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return booked(id);
        }
        visit.expect(command.version());
        occupancies.giveBack(id);
        Plan plan = plan(visitTypes.get(visit.visitType()), visit.patientId(), command.start(), command.chosen());
        visit.moveTo(plan.whole(), time.zone());
        appointments.flush();
        occupancies.take(id, plan.stretches(new Lane(visit.patientId(), 1)));
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentMoved(id, visit.patientId(), command.start()));
        return booked(id);
    }

    /** Calls off, once for each key; the orders wait again. Refuses with {@link AppointmentChanged} or {@link AppointmentNotAhead}. */
    public Booked cancel(CancelVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return booked(id);
        }
        visit.expect(command.version());
        visit.cancel(command.reason());
        appointments.flush();
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentCancelled(id, visit.patientId(), command.reason()));
        return booked(id);
    }

    private Plan plan(VisitType visit, UUID patientId, Instant start, Map<String, UUID> chosen) {
        TimeRange when = TimeRange.startingAt(start, visit.length());
        return new PlanCheck(visit, resources.freeFor(visit.code(), patientId, when)).plan(start, chosen, time.now());
    }

    private Booked booked(UUID id) {
        return appointments.find(id).orElseThrow(AppointmentNotFound::new);
    }
}
