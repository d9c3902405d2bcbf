package clinic.anteroom.intake;

import clinic.anteroom.shared.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.LocalTime;

/** Once a night, and the database decides which node does it. */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
public class DraftSweep {

    /** By the clinic's wall. */
    private static final LocalTime NIGHT = LocalTime.of(3, 17);

    @Inject
    private DraftSweepService drafts;

    @Inject
    private Turns turns;

    /** Once, in the hour in which nobody fills in forms. */
    @Schedule(hour = "*", minute = "2,17,32,47", persistent = false, info = "drafts")
    void everyNight() {
        if (turns.takeAt("drafts", NIGHT)) {
            drafts.sweep();
        }
    }
}
