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
import java.util.function.Consumer;

/**
 * Keeps times for a while, one transaction a method. Pages come through {@link BookingService}, which tries again where
 * that helps.
 */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HoldService {

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

    @Inject
    Holds holds;

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

    /** Holds for ten minutes, once for each key; the caller's earlier hold for this patient is let go. Refuses like booking. */
    public Booked hold(HoldVisit command) {
        BookVisit wanted = command.visit();
        Caller caller = Caller.of(session);
        BookingFacts facts = bookings.look(wanted, wanted.key(), caller);
        Optional<UUID> before = facts.before(command.digest());
        if (before.isPresent()) {
            return appointments.get(before.get());
        }
        BookingKey key = new BookingKey(wanted.key(), command.digest());
        Plan plan = bookings.plan(wanted, caller.booker(), facts, key);
        NewVisit visit = new NewVisit(NewId.next(), wanted, plan, time.zone(), caller.name(), time.now(), facts.now().plus(Holds.LIFE));
        bookings.write(visit, caller.booker(), key);
        audit.record(AuditedAction.CREATE, "Appointment", visit.id(), wanted.patientId());
        return visit.booked(facts);
    }

    /** The hold becomes a booking, once for each key. Refuses with {@link HoldExpired}. */
    public Booked confirm(ChangeHold command) {
        return change(command, "CONFIRM", visit -> {
            visit.confirm(holds.databaseNow());
            appointments.flush();
            Booked booked = appointments.get(command.appointmentId());
            events.fire(new AppointmentBooked(booked.appointmentId(), booked.patientId(), booked.start()));
        });
    }

    /** Ten more minutes from now. Refuses with {@link HoldExpired}. */
    public Booked extend(ChangeHold command) {
        return change(command, "EXTEND", visit -> visit.extend(holds.databaseNow(), Holds.LIFE));
    }

    /** Lets the time go; one that has ended already stays ended. */
    public Booked release(ChangeHold command) {
        return change(command, "RELEASE", Appointment::release);
    }

    private Booked change(ChangeHold command, String verb, Consumer<Appointment> change) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(verb), id, time.now()).isEmpty()) {
            change.accept(visit);
            appointments.flush();
            audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        }
        return appointments.get(id);
    }
}
