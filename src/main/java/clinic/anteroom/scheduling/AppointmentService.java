package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes visits, one transaction a method: after a refusal nothing has happened. Pages come through
 * {@link BookingService}, which tries again where that helps.
 */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AppointmentService {

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

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
            return appointments.get(before.get());
        }
        Caller caller = Caller.of(session);
        Plan plan = bookings.plan(command, caller.booker(), caller.name());
        bookings.write(id, Appointment.booked(id, command, plan.whole(), time.zone(), caller.name(), time.now()),
                command.orders(), plan);
        audit.record(AuditedAction.CREATE, "Appointment", id, command.patientId());
        events.fire(new AppointmentBooked(id, command.patientId(), command.start()));
        return appointments.get(id);
    }

    /** Moves, once for each key. Refuses like booking, and with {@link AppointmentChanged} or {@link AppointmentNotAhead}. */
    public Booked move(MoveVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return appointments.get(id);
        }
        visit.expect(command.version());
        Plan plan = bookings.planAgain(id, visit, Caller.of(session).booker(), command);
        visit.moveTo(plan.whole(), time.zone());
        appointments.flush();
        bookings.take(id, visit, plan);
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentMoved(id, visit.patientId(), command.start()));
        return appointments.get(id);
    }

    /** Calls off, once for each key; the orders wait again. Refuses with {@link AppointmentChanged} or {@link AppointmentNotAhead}. */
    public Booked cancel(CancelVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return appointments.get(id);
        }
        visit.expect(command.version());
        visit.cancel(command.reason());
        appointments.flush();
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentCancelled(id, visit.patientId(), command.reason()));
        return appointments.get(id);
    }
}
