package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Steps at the door that nobody of the desk takes: the screen in the hall, the clock at night. */
@ApplicationScoped
class Steps {

    @Inject
    Appointments appointments;

    @Inject
    Orders orders;

    @Inject
    AuditService audit;

    @Inject
    Event<Object> events;

    /** One step on. Refuses with {@link StepNotPossible}. */
    void take(UUID id, VisitStep step) {
        Appointment visit = appointments.getForChange(id);
        visit.take(step);
        appointments.flush();
        orders.follow(id, visit.status());
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentStepped(id, visit.patientId(), visit.status()));
    }
}
