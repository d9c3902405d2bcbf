package clinic.anteroom.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Once a night, and the database decides which node does it. */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
public class DraftSweep {

    @Inject
    private DraftSweepService drafts;

    /** In the hour in which nobody fills in forms. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    void everyNight() {
        drafts.sweep();
    }
}
