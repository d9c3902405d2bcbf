package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.myvisit.CarerService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** "Who looked at my record", for the patient: names, roles and kinds, without network addresses and without their own hand. */
@Stateless
@PermitAll // The key of the session is the proof.
public class MyTrailService {

    private static final Duration BACK = Duration.ofDays(400);
    private static final int SHOWN = 1000;

    @Inject
    Trail trail;

    @Inject
    CarerService carers;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The newest first, of the last thirteen months. Refuses like {@link CarerService#recordOf}. */
    public List<Look> mine(String key) {
        UUID patientId = carers.recordOf(key);
        TimeRange lately = new TimeRange(time.now().minus(BACK), time.now().plus(Duration.ofMinutes(1)));
        List<Look> looks = trail.looks(patientId, lately, SHOWN).stream().filter(look -> !look.role().equals(AuditService.PATIENT))
                .filter(look -> !look.isRefused())
                .map(look -> new Look(look.at(), look.agent(), look.name(), look.role(), look.action(), look.kinds(), look.reason(), null, List.of(), List.of())).toList();
        audit.record(AuditedAction.VIEW, "AuditEvent", null, patientId);
        return looks;
    }
}
