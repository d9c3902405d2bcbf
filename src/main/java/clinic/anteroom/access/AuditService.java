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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trail. Each row is written in the caller's transaction: what cannot be logged does not happen and is not shown.
 */
@Stateless
@PermitAll
@DeclareRoles({Roles.INTEGRATOR, Roles.MEDICAL_DIRECTOR, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMINISTRATOR, Roles.PRIVACY_OFFICER, Roles.CALL_DESK})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditService {

    /** The agent of what a patient does without an account. */
    public static final String PATIENT = "PATIENT";

    /** The agent of what somebody does who acts for a patient; the row names them. */
    public static final String CARER = "CARER";

    /** What the staff and programs can come as; the first that fits names the row. */
    private static final List<String> STAFF = List.of(Roles.INTEGRATOR, Roles.MEDICAL_DIRECTOR, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMINISTRATOR,
            Roles.PRIVACY_OFFICER, Roles.CALL_DESK);

    /** Why each role looks, in HL7's words (ActReason); the others run the clinic. */
    private static final Map<String, String> REASONS = Map.of(Roles.DOCTOR, "TREAT", Roles.MEDICAL_DIRECTOR, "TREAT", PATIENT, "PATRQT", Roles.PRIVACY_OFFICER, "HCOMPL");

    @PersistenceContext
    EntityManager entities;

    @Resource
    SessionContext session;

    @Inject
    ClinicTime time;

    @Inject
    OnBehalf behalf;

    @Inject
    Origin origin;

    /**
     * Writes one row for the caller of this transaction.
     *
     * @param entity    FHIR resource type, for example {@code Appointment}
     * @param entityId  its id, or null where there is none yet
     * @param patientId whose record it is, or null for a form whose sender is not known yet
     */
    public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
        entities.persist(new AuditEvent(NewId.next(), time.now(), agent(), action, entity, entityId, patientId));
    }

    /**
     * The same for who says why they look.
     *
     * @param reason HL7's ActReason: TREAT, PATRQT or HCOMPL
     */
    public void record(AuditedAction action, String entity, UUID entityId, UUID patientId, String reason) {
        Agent agent = agent();
        entities.persist(new AuditEvent(NewId.next(), time.now(), new Agent(agent.name(), agent.role(), agent.carer(), reason, agent.origin(), agent.requestId()),
                action, entity, entityId, patientId));
    }

    /** The same for what the caller asked for and did not get. */
    public void refused(AuditedAction action, String entity, UUID entityId, UUID patientId) {
        entities.persist(new AuditEvent(NewId.next(), time.now(), agent(), action, entity, entityId, patientId).refused());
    }

    /**
     * Writes one row for each record of a list that is shown, in one statement: a list of sixty is one trip, not sixty.
     *
     * @param shown the patient by the id of the record
     */
    public void viewed(String entity, Map<UUID, UUID> shown) {
        if (shown.isEmpty()) {
            return;
        }
        List<UUID> records = List.copyOf(shown.keySet());
        Agent agent = agent();
        entities.createNativeQuery("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id, outcome, "
                        + "carer_id, reason, origin, request_id) "
                        + "select cast(s.id as uuid), ?1, ?2, ?3, 'VIEW', ?4, cast(s.record as uuid), cast(s.patient as uuid), 'SUCCESS', "
                        + "cast(?8 as uuid), ?9, ?10, cast(?11 as uuid) "
                        + "from unnest(string_to_array(?5, ' '), string_to_array(?6, ' '), string_to_array(?7, ' ')) as s (id, record, patient)")
                .setParameter(1, time.now().atOffset(ZoneOffset.UTC)).setParameter(2, agent.name())
                .setParameter(3, agent.role()).setParameter(4, entity)
                .setParameter(5, joined(records.stream().map(record -> NewId.next())))
                .setParameter(6, joined(records.stream())).setParameter(7, joined(records.stream().map(shown::get)))
                .setParameter(8, text(agent.carer())).setParameter(9, agent.reason()).setParameter(10, agent.origin())
                .setParameter(11, text(agent.requestId())).executeUpdate();
    }

    /**
     * Tells the database for whom this transaction reads, so that it leaves out what is locked for them. For patients and the clinic's own
     * clocks nothing is.
     */
    public void introduce() {
        String role = role();
        List<String> held = role.equals(PATIENT) || role.equals(Roles.PRIVACY_OFFICER) ? List.of() : STAFF.stream().filter(session::isCallerInRole).toList();
        entities.createNativeQuery("select set_config('anteroom.agent', ?1, true), set_config('anteroom.roles', ?2, true)")
                .setParameter(1, held.isEmpty() ? "" : session.getCallerPrincipal().getName()).setParameter(2, String.join(" ", held)).getSingleResult();
    }

    /** Whether nobody of the staff is at it: a patient, who acts for one, or one of the clinic's own clocks. */
    public boolean isPatient() {
        return role().equals(PATIENT);
    }

    private static String joined(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private Agent agent() {
        String role = role();
        UUID carer = role.equals(PATIENT) ? behalf.carer().orElse(null) : null;
        String as = carer != null ? CARER : role;
        String name = role.equals(PATIENT) ? as : session.getCallerPrincipal().getName();
        return new Agent(name, as, carer, REASONS.getOrDefault(role, "HOPERAT"),
                origin.address().orElse(null), origin.request().orElse(null));
    }

    private String role() {
        return STAFF.stream().filter(session::isCallerInRole).findFirst().orElse(PATIENT);
    }
}
