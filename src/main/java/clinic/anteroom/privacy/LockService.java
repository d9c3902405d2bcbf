package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Locks as patients ask for them on paper; the officer writes them down, ends them, and reads who looked behind them. */
@Stateless
@RolesAllowed(Roles.PRIVACY_OFFICER)
public class LockService {

    /** What can be locked away for all who come in it. */
    public static final List<String> LOCKABLE_ROLES = List.of(Roles.DOCTOR, Roles.RECEPTIONIST, Roles.INTEGRATOR);

    private static final String ENTITY = "Lock";
    private static final int SHOWN = 200;

    @Inject
    Locks locks;

    @Inject
    Trail trail;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** Those of a record, the newest first, ended ones too. */
    public List<Lock> of(UUID patientId) {
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return locks.of(patientId);
    }

    /** What can be locked alone in a record: kinds and days, no content. */
    public List<Lockable> items(UUID patientId) {
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return locks.items(patientId);
    }

    /**
     * Locks from now on. Refuses with {@link LockRefused} (fields {@code item}, {@code whom}, {@code wording}).
     *
     * @param itemId null for the whole record
     * @param whom   account or role; ignored for everybody
     */
    public void lock(UUID patientId, UUID itemId, Lock.Against against, String whom, String wording) {
        String signed = LockRefused.checked("wording", wording, 3, 300);
        Lockable item = itemId == null ? null : locks.items(patientId).stream().filter(one -> one.id().equals(itemId)).findFirst().orElseThrow(LockRefused::noItem);
        Set<String> known = against == Lock.Against.ROLE ? Set.copyOf(LOCKABLE_ROLES) : Set.copyOf(trail.agents());
        if (against != Lock.Against.ALL && (whom == null || !known.contains(whom))) {
            throw LockRefused.nobody();
        }
        UUID id = locks.add(patientId, item, against, against == Lock.Against.ALL ? null : whom, signed, me(), time.now());
        audit.record(AuditedAction.CREATE, ENTITY, id, patientId);
    }

    /** Ends a lock; one that has ended stays ended. */
    public void unlock(UUID patientId, UUID lockId) {
        if (locks.end(patientId, lockId, me(), time.now())) {
            audit.record(AuditedAction.UPDATE, ENTITY, lockId, patientId);
        }
    }

    /** Who looked behind locks and why, unread ones first. */
    public List<BrokenGlass> broken() {
        List<BrokenGlass> broken = locks.broken(SHOWN);
        audit.viewed(ENTITY, broken.stream().collect(Collectors.toMap(BrokenGlass::id, BrokenGlass::patientId)));
        return broken;
    }

    /** How many of them nobody has read. */
    public int unread() {
        return locks.unread();
    }

    /** The officer has read it. */
    public void seen(UUID brokenId) {
        locks.seen(brokenId, me(), time.now());
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
