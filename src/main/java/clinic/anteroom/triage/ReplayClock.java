package clinic.anteroom.triage;

import clinic.anteroom.shared.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every night runs all stored evaluations again: what was said once must come out byte for byte, or somebody has to look. */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
public class ReplayClock {

    private static final Logger LOG = Logger.getLogger(ReplayClock.class.getName());

    /** By the clinic's wall. */
    private static final LocalTime NIGHT = LocalTime.of(4, 7);

    @Inject
    private ReplayService replay;

    @Inject
    private Turns turns;

    /** Once, after the hour in which drafts are swept. */
    @Schedule(hour = "*", minute = "7,22,37,52", persistent = false, info = "replay")
    void everyNight() {
        if (!turns.takeAt("replay", NIGHT)) {
            return;
        }
        List<UUID> drifted = replay.drifted();
        if (!drifted.isEmpty()) {
            LOG.log(Level.SEVERE, "{0} evaluations do not come out as they were stored, the first is {1}. Maybe a rule document or the evaluator "
                    + "was changed without a new version.", new Object[] {drifted.size(), drifted.get(0)});
        }
    }
}
