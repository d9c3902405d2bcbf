package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At two in the night on the clinic's wall, if the clinic switched it on: who was booked yesterday and never came is marked so, and the orders wait again. */
@Singleton
@PermitAll
public class NightClock {

    private static final LocalTime TWO = LocalTime.of(2, 0);

    @Inject
    Arrivals arrivals;

    @Inject
    Steps steps;

    @Inject
    ClinicTime time;

    @Inject
    Turns turns;

    /** Off unless the clinic says so: a desk that forgets to check people in would mark them all. */
    @Inject
    @ConfigProperty(name = "anteroom.noshow.nightly", defaultValue = "false")
    boolean on;

    /** Called by the server every quarter of an hour; once a night it is two. */
    @Schedule(hour = "*", minute = "*/15", persistent = false, info = "missed visits")
    public void tick() {
        if (on && turns.takeAt("missed-visits", TWO)) {
            missYesterday();
        }
    }

    /** Marks them; whatever somebody has said since stays. */
    void missYesterday() {
        ClinicDay yesterday = new ClinicDay(time.today().minusDays(1), time.zone());
        arrivals.stillBooked(yesterday.whole()).forEach(id -> steps.take(id, VisitStep.MISS));
    }
}
