package clinic.anteroom.access;

import clinic.anteroom.shared.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Seals the trail every minute and checks it every night; the database decides which node does it. */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // Each batch is a transaction of its own.
public class AuditClock {

    private static final Logger LOG = Logger.getLogger(AuditClock.class.getName());

    /** After a night of ten million rows the next minute goes on. */
    private static final int BATCHES = 100;

    /** By the clinic's wall. */
    private static final LocalTime NIGHT = LocalTime.of(4, 37);

    @Inject
    private AuditSealService seals;

    @Inject
    private Turns turns;

    /** Most minutes there is one batch or none. */
    @Schedule(hour = "*", minute = "*", second = "40", persistent = false, info = "audit seal")
    void everyMinute() {
        for (int batch = 0; batch < BATCHES && seals.seal(); batch++) {
            LOG.fine("A batch of the audit trail is sealed.");
        }
    }

    /** The head stands in the log: who collects logs elsewhere holds what this machine cannot rewrite. */
    @Schedule(hour = "*", minute = "7,22,37,52", persistent = false, info = "audit check")
    @TransactionAttribute(TransactionAttributeType.REQUIRED) // The turn is kept until the check is written.
    void everyNight() {
        if (!turns.takeAt("audit-check", NIGHT)) {
            return;
        }
        seals.check().ifPresent(check -> {
            if (check.fault() != null) {
                LOG.log(Level.SEVERE, "The audit trail does not fit its seal {0}: {1}. Maybe somebody with the rights of the database''s owner changed it; "
                        + "compare with the last backup.", new Object[] {String.valueOf(check.atSeal()), check.fault()});
            } else {
                LOG.log(Level.INFO, "The audit trail fits its {0} seals; the last one is {1}.", new Object[] {String.valueOf(check.seals()), check.head()});
            }
        });
    }
}
