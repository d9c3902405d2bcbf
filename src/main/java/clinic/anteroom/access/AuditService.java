package clinic.anteroom.access;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The trail. Each row is written in the caller's transaction: what cannot be logged does not happen and is not shown.
 */
@Stateless
@PermitAll
@DeclareRoles({Roles.INTEGRATOR, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMINISTRATOR})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditService {

    /** The agent of what a patient does without an account. */
    public static final String PATIENT = "PATIENT";

    @PersistenceContext
    EntityManager entities;

    @Resource
    SessionContext session;

    @Inject
    ClinicTime time;

    /**
     * Writes one row for the caller of this transaction.
     *
     * @param entity    FHIR resource type, for example {@code Appointment}
     * @param entityId  its id, or null where there is none yet
     * @param patientId whose record it is, or null for a form whose sender is not known yet
     */
    public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
        String role = role();
        String agent = role.equals(PATIENT) ? PATIENT : session.getCallerPrincipal().getName();
        entities.persist(new AuditEvent(NewId.next(), time.now(), agent, role, action, entity, entityId, patientId));
    }

    private String role() {
        return Stream.of(Roles.INTEGRATOR, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMINISTRATOR)
                .filter(session::isCallerInRole).findFirst().orElse(PATIENT);
    }
}
