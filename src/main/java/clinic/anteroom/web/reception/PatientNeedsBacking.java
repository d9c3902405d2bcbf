package clinic.anteroom.web.reception;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.PatientSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How to reach a patient and what helps them, beside whatever is booked for them. */
@Named
@RequestScoped
public class PatientNeedsBacking {

    @Inject
    private PatientService patients;

    private final Map<UUID, AccessNeeds> known = new HashMap<>();

    /** What this patient told; never null. */
    public AccessNeeds of(UUID patientId) {
        return known.computeIfAbsent(patientId, id -> patients.find(id).map(PatientSummary::needs).orElse(AccessNeeds.NONE));
    }
}
