package clinic.anteroom.notify;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Empties the outbox every few seconds. On several nodes each takes other mails: a row in work is locked. */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
public class Postman {

    private static final int MOST_AT_ONCE = 50;

    @Inject
    private DeliveryService deliveries;

    /** Sends what is due, one after the other. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void goRound() {
        int tried = 0;
        while (tried < MOST_AT_ONCE && deliveries.deliverNext()) {
            tried++;
        }
    }
}
