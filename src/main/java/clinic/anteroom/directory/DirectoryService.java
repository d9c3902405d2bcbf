package clinic.anteroom.directory;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Who and what the clinic has, by name; patients by what is known of them, each of them then logged as seen. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class DirectoryService {

    @Inject
    private Directory directory;

    @Inject
    private AuditService audit;

    /** Everybody who works here, by name. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMINISTRATOR})
    public List<Colleague> colleagues() {
        return directory.colleagues();
    }

    /** Sites and rooms, by name. */
    public List<Place> places() {
        return directory.places();
    }

    /** Machines, by name. */
    public List<Machine> machines() {
        return directory.machines();
    }

    /** The patients who fit, by name, at most 1000; nobody if nothing is asked. */
    public List<PatientSummary> patients(PatientQuery query) {
        List<PatientSummary> found = query.isUnbounded() ? List.of() : directory.patients(query);
        found.forEach(patient -> audit.record(AuditedAction.VIEW, "Patient", patient.id(), patient.id()));
        return found;
    }
}
