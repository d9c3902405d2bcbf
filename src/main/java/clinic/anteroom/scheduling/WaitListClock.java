package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;

/** Every quarter of an hour the next ones are told of times that nobody has taken; by one node, or two would each tell the next ones. */
@Singleton
@PermitAll
public class WaitListClock {

    @Inject
    EarlierTimes earlier;

    @Inject
    Turns turns;

    /** Called by the server. */
    @Schedule(hour = "*", minute = "*/15", persistent = false, info = "wait list")
    public void tick() {
        if (turns.take("wait-list", Duration.ofMinutes(15))) {
            earlier.goOn();
        }
    }
}
