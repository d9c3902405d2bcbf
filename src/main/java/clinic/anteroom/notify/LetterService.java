package clinic.anteroom.notify;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was sent, what is queued and what failed: on the visit, for its patient, and for the administrator. */
@Stateless
public class LetterService {

    private static final String ENTITY = "Communication";

    @Inject
    LetterLog log;

    @Inject
    MyVisitService visits;

    @Inject
    PatientTaskService tasks;

    @Inject
    Tellings tellings;

    @Inject
    ClinicTime time;

    @Inject
    AuditService audit;

    /** Letters about one visit, the newest first. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<LetterState> ofVisit(UUID appointmentId) {
        List<LetterState> letters = log.ofVisit(appointmentId);
        audit.viewed(ENTITY, log.patientsOf(letters));
        return letters;
    }

    /** How the patient is told of what was just done to the visit; empty if nothing waits to be told, or nothing was done for a while. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public Optional<Telling> telling(UUID appointmentId) {
        Optional<Telling> telling = tellings.of(appointmentId, time.now());
        telling.ifPresent(one -> audit.record(AuditedAction.VIEW, ENTITY, null, one.patientId()));
        return telling;
    }

    /**
     * Has the letter about the visit leave another way, after a new grace; or not at all.
     *
     * @param channel how, or null for not at all
     */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void tell(UUID appointmentId, Channel channel) {
        tellings.of(appointmentId, time.now()).filter(telling -> channel == null || telling.ways().contains(channel)).ifPresent(telling -> {
            tellings.choose(appointmentId, telling, channel, time.now());
            audit.record(AuditedAction.UPDATE, ENTITY, null, telling.patientId());
        });
    }

    /** The same for the visit's patient; refuses somebody else's visit like one that is not there. */
    @PermitAll // The key of the session is the proof.
    public List<LetterState> mine(String key, UUID appointmentId) {
        visits.get(key, appointmentId);
        return log.ofVisit(appointmentId);
    }

    /**
     * A mail came back later. One that never left, or an id that names none, changes nothing.
     *
     * @return whether it was a letter of ours
     */
    @PermitAll // The bounce hook has checked its token.
    public boolean bounced(UUID letterId) {
        Optional<Object[]> letter = log.patientOf(letterId);
        letter.ifPresent(row -> {
            log.bounced(letterId);
            UUID patientId = Rows.id(row[0]);
            audit.record(AuditedAction.UPDATE, ENTITY, letterId, patientId);
            if (patientId != null) {
                tasks.bounced(patientId, Rows.id(row[1]), letterId);
            }
        });
        return letter.isPresent();
    }
}
