package clinic.anteroom.scheduling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Every quarter of an hour the next ones are told of times that nobody has taken. */
@Singleton
@PermitAll
public class WaitListClock {

    @Inject
    EarlierTimes earlier;

    /** Called by the server. */
    @Schedule(hour = "*", minute = "*/15", persistent = false, info = "wait list")
    public void tick() {
        earlier.goOn();
    }
}
