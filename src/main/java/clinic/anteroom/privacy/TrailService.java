package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** "Who looked at my record", and whose records somebody looked at; asking is in the trail itself. */
@Stateless
@RolesAllowed(Roles.PRIVACY_OFFICER)
public class TrailService {

    /** More than anybody reads; who needs more asks for a shorter time. */
    public static final int SHOWN = 1000;

    @Inject
    Trail trail;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Who looked at this record on these days, the newest first, at most {@link #SHOWN}. */
    public List<Look> who(UUID patientId, LocalDate from, LocalDate to) {
        List<Look> looks = trail.looks(patientId, days(from, to), SHOWN);
        audit.record(AuditedAction.VIEW, "AuditEvent", null, patientId);
        return looks;
    }

    /** Whose records were touched on these days; an empty account is everybody's. Each patient named is logged. */
    public List<Touched> touched(String account, LocalDate from, LocalDate to) {
        List<Touched> touched = trail.touched(account, days(from, to), SHOWN);
        audit.viewed("AuditEvent", touched.stream().collect(Collectors.toMap(Touched::patientId, Touched::patientId)));
        return touched;
    }

    /** What somebody asked for and did not get, the newest first, at most {@link #SHOWN}. Each patient named is logged. */
    public List<RefusedLook> refused() {
        List<RefusedLook> refused = trail.refused(SHOWN);
        audit.viewed("AuditEvent", refused.stream().map(RefusedLook::patientId).filter(Objects::nonNull).distinct().collect(Collectors.toMap(id -> id, id -> id)));
        return refused;
    }

    /** Accounts and programs, by name. */
    public List<String> accounts() {
        return trail.agents();
    }

    /** From the first moment of a day to the last of another, on the clinic's wall; the other way round is one day. */
    private TimeRange days(LocalDate from, LocalDate to) {
        LocalDate end = to.isBefore(from) ? from : to;
        return new TimeRange(time.instantOf(from, LocalTime.MIDNIGHT).orElseThrow(), time.instantOf(end.plusDays(1), LocalTime.MIDNIGHT).orElseThrow());
    }
}
