package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the desk counts: odd bookings, use, missed visits, waits. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class ReportService {

    private static final int WEEKS_AHEAD = 4;
    private static final int WEEKS_BACK = 4;
    private static final int DAYS_BACK = 90;

    @Inject
    Reports reports;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Bookings of the next four weeks that somebody should look at. */
    public List<OddBooking> odd() {
        List<OddBooking> odd = reports.odd(time.today(), WEEKS_AHEAD);
        audit.viewed("Appointment", reports.patientsOf(odd.stream().map(OddBooking::visitId).filter(Objects::nonNull).collect(Collectors.toSet())));
        return odd;
    }

    /** Minutes taken of minutes open in the four weeks that end today. */
    public List<Figure> use() {
        return reports.use(time.today(), WEEKS_BACK);
    }

    /** Visits of the last 90 days that were missed, of those that should have been, by kind. */
    public List<Figure> missed() {
        return reports.missed(back(), time.now());
    }

    /** Median days from order to visit, and how many, by priority; orders of the last 90 days. */
    public List<Figure> waits() {
        return reports.waits(back(), time.now());
    }

    private Instant back() {
        LocalDate first = time.today().minusDays(DAYS_BACK);
        return new ClinicDay(first, time.zone()).whole().start();
    }
}
