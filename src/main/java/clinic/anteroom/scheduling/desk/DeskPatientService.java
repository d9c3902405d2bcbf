package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.RegisterPatient;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds a patient while somebody is on the phone, and registers who is new without making a second record of one person. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class DeskPatientService {

    @Inject
    PatientFinder finder;

    @Inject
    PatientService patients;

    @Inject
    AuditService audit;

    /** At most ten patients who fit everything that was typed; empty if that could fit anybody. Each is logged as seen. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.PRIVACY_OFFICER})
    public List<FoundPatient> find(String typed) {
        PatientWords said = PatientWords.of(typed);
        return said.isEmpty() ? List.of() : seen(finder.find(said));
    }

    /** The patient with this id. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.PRIVACY_OFFICER})
    public Optional<FoundPatient> get(UUID id) {
        return seen(finder.byId(id)).stream().findFirst();
    }

    /** Who could be the same person: alike in name and born that day, alike in name with that phone, or with that card. */
    public List<FoundPatient> alike(NewPatient patient) {
        return seen(finder.alike(patient));
    }

    /** Registers, or finds the very same person again; the card's number is kept if none is known. */
    public UUID register(NewPatient patient) {
        UUID id = patients.register(new RegisterPatient(patient.givenName(), patient.familyName(), patient.birthDate(), null, patient.phone(), patient.email(), clinic.anteroom.shared.Language.ENGLISH));
        if (patient.card() != null) {
            finder.card(id, patient.card());
        }
        return id;
    }

    private List<FoundPatient> seen(List<FoundPatient> found) {
        audit.viewed("Patient", found.stream().collect(Collectors.toMap(FoundPatient::id, FoundPatient::id)));
        return found;
    }
}
