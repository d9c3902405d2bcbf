package clinic.anteroom.scheduling;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;

/**
 * Compares clocks and zone rules of application and database when the application starts, and every quarter of an hour:
 * whoever runs it reads of a difference before somebody wants to book.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
public class ClocksAtStart {

    private static final System.Logger LOG = System.getLogger(ClocksAtStart.class.getName());

    @Inject
    ClockGuard clocks;

    /** Called by the server. A database that does not answer is found out elsewhere; it does not keep the server from starting. */
    @PostConstruct
    @Schedule(hour = "*", minute = "*/15", persistent = false, info = "clocks")
    public void look() {
        try {
            clocks.look();
        } catch (PersistenceException unanswered) {
            LOG.log(Level.WARNING, "The database did not say what time it is", unanswered);
        }
    }
}
