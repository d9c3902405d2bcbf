package clinic.anteroom.directory;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Registers patients and finds them again. */
@Stateless
public class PatientService {

    private static final String ENTITY = "Patient";

    @Inject
    private Patients patients;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /**
     * Finds the patient with this name, birth date and phone or e-mail address, or registers one. Tells the caller
     * nothing about a patient already known.
     *
     * @return the patient's id; never null
     */
    @PermitAll // A patient who sends a form has no account; the id returned stays in the house.
    public UUID register(RegisterPatient command) {
        Optional<Patient> known = patients.called(command).stream()
                .filter(patient -> patient.isReachedBy(command.phone(), command.email())).findFirst();
        known.ifPresent(patient -> patient.tells(command));
        Patient patient = known.orElseGet(() -> added(command));
        audit.record(known.isPresent() ? AuditedAction.UPDATE : AuditedAction.CREATE, ENTITY, patient.id(), patient.id());
        return patient.id();
    }

    /** Keeps what helps this patient, as a form just told it; what was told before is replaced. */
    @PermitAll // Within the patient's own request; it tells nothing to its caller.
    public void tell(UUID id, AccessNeeds needs) {
        patients.find(id).ifPresent(patient -> patient.tells(needs));
    }

    /** The patient with this id, if there is one; the look is logged. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST, Roles.PRIVACY_OFFICER})
    public Optional<PatientSummary> find(UUID id) {
        Optional<Patient> patient = patients.find(id);
        patient.ifPresent(found -> audit.record(AuditedAction.VIEW, ENTITY, id, id));
        return patient.map(Patient::summary);
    }

    /** What a patient reads, for who writes to them; empty if nobody has told. */
    @PermitAll // Called by timers and programs that write letters; a language tells nobody who somebody is.
    public Optional<Language> languageOf(UUID id) {
        return patients.find(id).map(Patient::summary).map(PatientSummary::language);
    }

    private Patient added(RegisterPatient command) {
        Patient patient = new Patient(NewId.next(), command, time.now());
        patients.add(patient);
        return patient;
    }
}
