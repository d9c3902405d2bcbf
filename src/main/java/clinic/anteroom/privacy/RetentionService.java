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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which records have been kept long enough: ten years from the last entry, and for who was a minor ten years from the eighteenth birthday
 * (O. Reg. 114/94, s. 19). An officer proposes that one is destroyed; a second officer destroys it, or the first one after thirty days. What
 * stays is the trail and a certificate.
 */
@Stateless
@RolesAllowed(Roles.PRIVACY_OFFICER)
public class RetentionService {

    static final int YEARS_AFTER_THE_LAST_ENTRY = 10;
    static final int AGE_AT_LEAST = 28;
    private static final int SHOWN = 500;
    /** What the trail calls it. The database does not count rows of this kind as entries of a record. */
    private static final String ENTITY = "RecordEnd";

    @Inject
    RecordEnds ends;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** The longest over first, at most 500; each is logged as seen. */
    public List<DueRecord> due() {
        LocalDate today = time.today();
        List<DueRecord> due = ends.due(today.minusYears(AGE_AT_LEAST), time.instantOf(today.minusYears(YEARS_AFTER_THE_LAST_ENTRY), LocalTime.MIDNIGHT).orElseThrow(),
                time.now(), SHOWN);
        audit.viewed("Patient", due.stream().collect(Collectors.toMap(DueRecord::patientId, DueRecord::patientId)));
        return due;
    }

    /** What is proposed, then certificates of what was destroyed, the newest first; they name nobody. */
    public List<RecordEnd> ends() {
        List<RecordEnd> all = ends.all(SHOWN);
        audit.viewed(ENTITY, all.stream().collect(Collectors.toMap(RecordEnd::id, RecordEnd::patientId)));
        return all;
    }

    /** Proposes to destroy a record; proposed again it stays as it was. Refuses with {@link RecordKept} before its time. */
    public void propose(UUID patientId) {
        if (!ends.isOver(patientId, time.now())) {
            throw RecordKept.byLaw();
        }
        ends.propose(patientId, me(), time.now());
        audit.record(AuditedAction.CREATE, ENTITY, null, patientId);
    }

    /** The record is kept after all. Refuses with {@link RecordKept} if it is not proposed. */
    public void withdraw(UUID patientId) {
        RecordEnd end = ends.waiting(patientId).orElseThrow(RecordKept::withoutProposal);
        ends.withdraw(end.id(), me(), time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, end.id(), patientId);
    }

    /** Whether the caller may destroy now what is proposed: somebody else proposed it, or it has waited long enough. */
    public boolean mayDestroy(RecordEnd end) {
        return !end.proposedBy().equals(me()) || !time.now().isBefore(end.alone());
    }

    /** Destroys everything of a patient but the trail. Refuses with {@link RecordKept} before its time, and to who is alone with it. */
    public void destroy(UUID patientId) {
        RecordEnd end = ends.waiting(patientId).orElseThrow(RecordKept::withoutProposal);
        if (!mayDestroy(end)) {
            throw RecordKept.untilSomebodyElseAgrees();
        }
        if (!ends.isOver(patientId, time.now())) {
            throw RecordKept.byLaw();
        }
        ends.destroy(patientId, me());
        audit.record(AuditedAction.DELETE, ENTITY, end.id(), patientId);
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
