package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.triage.FlagService;
import clinic.anteroom.triage.FlagStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Tells triage what became of the flags whose orders a visit answers; in the same transaction as the visit. */
@ApplicationScoped
class FlagFollower {

    private static final String FLAGS = """
            select s.test_flag_id from appointment_request r join service_request s on s.id = r.service_request_id
            where r.appointment_id = cast(?1 as uuid) order by s.test_flag_id""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private FlagService flags;

    void on(@Observes AppointmentBooked event) {
        follow(event.appointmentId(), FlagStep.BOOKED, event.start().toString());
    }

    void on(@Observes AppointmentMoved event) {
        follow(event.appointmentId(), FlagStep.BOOKED, event.start().toString());
    }

    void on(@Observes AppointmentCancelled event) {
        follow(event.appointmentId(), FlagStep.CALLED_OFF, event.reason().name());
    }

    /**
     * What took place is done; whose patient did not come waits again. A step back at the door does not undo that: what
     * happened, happened, and the order waits again.
     */
    void on(@Observes AppointmentStepped event) {
        if (event.status() == AppointmentStatus.FULFILLED) {
            follow(event.appointmentId(), FlagStep.PERFORMED, null);
        } else if (event.status() == AppointmentStatus.NOSHOW) {
            follow(event.appointmentId(), FlagStep.CALLED_OFF, event.status().name());
        }
    }

    private void follow(UUID appointmentId, FlagStep step, String detail) {
        Rows.ids(entities.createNativeQuery(FLAGS).setParameter(1, appointmentId.toString()))
                .forEach(flagId -> flags.moveOn(flagId, step, detail));
    }
}
