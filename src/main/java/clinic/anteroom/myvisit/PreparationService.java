package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How well visits are prepared, for who works with them: the same steps that the patient sees. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class PreparationService {

    @Inject
    VisitNotes notes;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The steps of a visit, the earliest deadline first; empty if there is nothing to prepare or no such visit. The look is logged. */
    public List<PreparationStep> steps(UUID appointmentId) {
        return look(List.of(appointmentId)).stream().flatMap(visit -> visit.steps(time.now()).stream()).toList();
    }

    /** How each of these visits stands; one that does not exist is left out. Each look is logged. */
    public Map<UUID, PreparationStep.Whole> lights(Collection<UUID> appointmentIds) {
        Instant now = time.now();
        return look(appointmentIds).stream().collect(Collectors.toMap(Prepared::appointmentId, visit -> PreparationStep.whole(visit.steps(now))));
    }

    private List<Prepared> look(Collection<UUID> appointmentIds) {
        List<Prepared> found = notes.prepared(appointmentIds);
        audit.viewed("Appointment", found.stream().collect(Collectors.toMap(Prepared::appointmentId, Prepared::patientId)));
        return found;
    }
}
