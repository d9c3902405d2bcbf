package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** What happens on the day: who came, who did not, what took place. One transaction a method. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DoorService {

    @Inject
    Appointments appointments;

    @Inject
    Orders orders;

    @Inject
    Holds holds;

    @Inject
    VisitTypes visitTypes;

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

    /** One step on. Refuses with {@link StepNotPossible} or {@link AppointmentChanged}. */
    public Booked step(StepVisit command, VisitStep step) {
        return change(command, step.name(), visit -> {
            refuseOtherDay(visit, step);
            if (step == VisitStep.CHECK_IN && visitTypes.policy(visit.visitType()).screened() && !visit.isScreened()) {
                throw StepNotPossible.unscreened();
            }
            visit.take(step);
        });
    }

    /** Somebody asked the questions before a scan, and nothing stands against it. */
    public Booked screen(StepVisit command) {
        return change(command, "SCREEN", visit -> visit.screen(session.getCallerPrincipal().getName(), time.now()));
    }

    /** One step back. Refuses with {@link StepNotPossible}; {@link SlotTaken} if a missed visit's time is gone. */
    public Booked stepBack(StepVisit command) {
        return change(command, "BACK", visit -> {
            holds.clearExpired();
            visit.stepBack();
        });
    }

    /** A visit that was called off takes place after all, at its old time. Refuses with {@link SlotTaken} if that is gone. */
    public Booked reinstate(StepVisit command) {
        return change(command, "REINSTATE", visit -> {
            holds.clearExpired();
            visit.reinstate(time.now());
        });
    }

    private Booked change(StepVisit command, String verb, Consumer<Appointment> change) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(verb), id, time.now()).isEmpty()) {
            visit.expect(command.version());
            change.accept(visit);
            appointments.flush();
            orders.follow(id, visit.status());
            audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
            events.fire(new AppointmentStepped(id, visit.patientId(), visit.status()));
        }
        return appointments.get(id);
    }

    private void refuseOtherDay(Appointment visit, VisitStep step) {
        if (LocalDate.ofInstant(visit.startsAt(), time.zone()).isAfter(time.today())) {
            throw StepNotPossible.today();
        }
        if (step == VisitStep.MISS && time.now().isBefore(visit.startsAt())) {
            throw StepNotPossible.yet();
        }
    }
}
