package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** For those from whom something is locked: that it is, and how to look behind it when a life may hang on it. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class GlassService {

    private static final String ENTITY = "Lock";
    private static final Duration LENGTH = Duration.ofHours(1);

    @Inject
    Locks locks;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<GlassBroken> broken;

    @Resource
    SessionContext session;

    /** In how many records something is locked for the caller; whose they are is not told. */
    public int lockedForMe() {
        return locks.againstMe();
    }

    /**
     * Looks behind all locks of one record for an hour. The officer reads who and why. Refuses with {@link LockRefused} (fields {@code family},
     * {@code reason}) when nothing is locked for the caller in the record of somebody called like that and born that day.
     */
    public void smash(String given, String family, LocalDate birthDate, String reason) {
        String why = LockRefused.checked("reason", reason, 10, 300);
        if (given == null || family == null || birthDate == null) {
            throw LockRefused.nothingLocked();
        }
        UUID patientId = locks.lockedPatient(given.strip(), family.strip(), birthDate).orElseThrow(LockRefused::nothingLocked);
        UUID id = locks.smash(patientId, session.getCallerPrincipal().getName(), why, time.now(), LENGTH);
        audit.record(AuditedAction.UPDATE, ENTITY, id, patientId);
        broken.fire(new GlassBroken(id, time.now()));
    }
}
