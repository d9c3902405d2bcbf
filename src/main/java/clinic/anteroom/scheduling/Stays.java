package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is in the house since when. The state that is marked as check-in opens a stay, or joins the one that is open; the one marked as check-out
 * closes it when no other visit of it still runs. A step back undoes what the step did.
 */
@ApplicationScoped
class Stays {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** ARRIVED: also the screen in the hall checks in; CHECKED_IN: only the desk does. */
    @Inject
    @ConfigProperty(name = "anteroom.checkin.state", defaultValue = "ARRIVED")
    String checkIn;

    /** FULFILLED, or NONE for a clinic where people leave without saying so: then a stay ends with its day. */
    @Inject
    @ConfigProperty(name = "anteroom.checkout.state", defaultValue = "FULFILLED")
    String checkOut;

    /** In the transaction of the step. */
    void stepped(@Observes AppointmentStepped step) {
        AppointmentStatus status = step.status();
        if (status == AppointmentStatus.FULFILLED) {
            if (status.name().equals(checkOut)) {
                close(step.appointmentId());
            }
        } else if (status == AppointmentStatus.CHECKED_IN || status == AppointmentStatus.ARRIVED && status.name().equals(checkIn)) {
            join(step.appointmentId(), step.patientId());
        } else {
            leave(step.appointmentId());
        }
    }

    private void join(UUID visit, UUID patient) {
        endYesterdays(patient);
        int reopened = query("""
                update stay s set closed_at = null where s.id = (select stay_id from stay_visit where appointment_id = cast(?1 as uuid)) and s.closed_at is not null
                  and not exists (select from stay o where o.patient_id = s.patient_id and o.closed_at is null)""", visit).executeUpdate();
        if (reopened == 0) {
            // Two desks at once: the second waits for the first and then finds its stay.
            query("insert into stay (id, patient_id, opened_at) values (cast(?2 as uuid), cast(?1 as uuid), cast(?3 as timestamptz)) on conflict (patient_id) where closed_at is null do nothing", patient)
                    .setParameter(2, NewId.next().toString()).setParameter(3, time.now().toString()).executeUpdate();
            query("""
                    insert into stay_visit (appointment_id, stay_id) select cast(?1 as uuid), s.id from stay s where s.patient_id = cast(?2 as uuid) and s.closed_at is null
                    on conflict (appointment_id) do update set stay_id = excluded.stay_id""", visit).setParameter(2, patient.toString()).executeUpdate();
        }
    }

    /** Nobody said when they left: with the last of their visits. */
    private void endYesterdays(UUID patient) {
        Instant today = new ClinicDay(time.today(), time.zone()).whole().start();
        query("""
                update stay s set closed_at = greatest(s.opened_at, (select max(a.ends_at) from stay_visit v join appointment a on a.id = v.appointment_id where v.stay_id = s.id))
                where s.patient_id = cast(?1 as uuid) and s.closed_at is null and s.opened_at < cast(?2 as timestamptz)""", patient)
                .setParameter(2, today.toString()).executeUpdate();
    }

    private void close(UUID visit) {
        query("""
                update stay s set closed_at = greatest(s.opened_at, cast(?2 as timestamptz))
                where s.id = (select stay_id from stay_visit where appointment_id = cast(?1 as uuid)) and s.closed_at is null
                  and not exists (select from stay_visit o join appointment a on a.id = o.appointment_id
                                  where o.stay_id = s.id and o.appointment_id <> cast(?1 as uuid) and a.status in ('ARRIVED', 'CHECKED_IN'))""", visit)
                .setParameter(2, time.now().toString()).executeUpdate();
    }

    /** Not here after all; a stay without a visit was the wrong button. */
    private void leave(UUID visit) {
        query("""
                with left_by as (delete from stay_visit where appointment_id = cast(?1 as uuid) returning stay_id)
                delete from stay s using left_by l where s.id = l.stay_id
                  and not exists (select from stay_visit o where o.stay_id = s.id and o.appointment_id <> cast(?1 as uuid))""", visit).executeUpdate();
    }

    private Query query(String sql, UUID first) {
        return entities.createNativeQuery(sql).setParameter(1, first.toString());
    }
}
