package clinic.anteroom.scheduling;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** When the application starts, which is when new rules of the clocks arrive with a new platform, and once a night: visits keep their wall time. */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PromiseClock {

    private static final System.Logger LOG = System.getLogger(PromiseClock.class.getName());

    @Inject
    PromiseService keeper;

    /** Called by the server. Visits in whose place somebody else stands are named in the log and stay; a person has to call. */
    @PostConstruct
    @Schedule(hour = "3", persistent = false, info = "promised wall times")
    public void tick() {
        try {
            Set<UUID> left = new HashSet<>();
            Set<UUID> stuck = keeper.keep(left);
            while (!stuck.isEmpty() && left.addAll(stuck)) {
                stuck = keeper.keep(left);
            }
            if (!left.isEmpty()) {
                LOG.log(Level.ERROR, "The rules of the clocks changed, and these visits cannot keep their wall time because somebody else has it: {0}", left);
            }
        } catch (PersistenceException unanswered) {
            LOG.log(Level.WARNING, "Whether visits keep their wall time could not be looked up", unanswered);
        }
    }
}
