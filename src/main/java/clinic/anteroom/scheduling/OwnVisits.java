package clinic.anteroom.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Visits of the patient who asks; those of somebody else are like ones that are not there. */
@ApplicationScoped
class OwnVisits {

    @Inject
    Appointments appointments;

    @Inject
    VisitGroups groups;

    /** One visit, to be changed. Refuses with {@link AppointmentNotFound}. */
    Appointment own(UUID patientId, UUID appointmentId) {
        Appointment visit = appointments.getForChange(appointmentId);
        if (!visit.patientId().equals(patientId)) {
            throw new AppointmentNotFound();
        }
        return visit;
    }

    /** The visit and what belongs to it, in order. */
    List<Booked> around(UUID appointmentId) {
        return idsAround(appointmentId).stream().map(appointments::get).toList();
    }

    List<UUID> idsAround(UUID appointmentId) {
        return groups.around(appointmentId);
    }
}
