package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.scheduling.VisitStep;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At two in the night, if the clinic switched it on: who was booked yesterday and never came is marked so, and the orders wait again. */
@Singleton
@PermitAll
@RunAs(Roles.RECEPTIONIST)
@DeclareRoles(Roles.RECEPTIONIST)
public class NightClock {

    private static final Logger LOG = Logger.getLogger(NightClock.class.getName());

    @Inject
    QueueService queues;

    @Inject
    BookingService bookings;

    /** Off unless the clinic says so: a desk that forgets to check people in would mark them all. */
    @Inject
    @ConfigProperty(name = "anteroom.noshow.nightly", defaultValue = "false")
    boolean on;

    /** Called by the server. */
    @Schedule(hour = "2", persistent = false, info = "missed visits")
    public void tick() {
        if (on) {
            queues.leftOpen(1).forEach(this::miss);
        }
    }

    private void miss(QueueRow row) {
        try {
            bookings.step(new StepVisit(row.visitId(), row.version(), NewId.next().toString()), VisitStep.MISS);
        } catch (BusinessException changed) {
            LOG.log(Level.INFO, "Left as it is: {0} {1}", new Object[] {row.visitId(), changed.key()});
        }
    }
}
