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
import java.util.stream.Collectors;

/** The work beside the board. Whoever is shown stands in the audit trail. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class QueueService {

    @Inject
    Queues queues;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Who would come earlier, urgent first, then the longest wait. */
    public List<QueueRow> waiting() {
        return seen(queues.waiting(time.now(), null, null));
    }

    /** Those of them who could take this time, in the order in which they would be told. */
    public List<QueueRow> waitingFor(String visitType, Instant freed) {
        return seen(queues.waiting(time.now(), visitType, freed));
    }

    /** Visits of a day whose patients have not said that they come. */
    public List<QueueRow> unconfirmed(LocalDate date) {
        ClinicDay day = new ClinicDay(date, time.zone());
        return seen(queues.between(day.whole().start(), day.whole().end(), true));
    }

    /** Visits of a day whose patients did not come. */
    public List<QueueRow> missed(LocalDate date) {
        ClinicDay day = new ClinicDay(date, time.zone());
        return seen(queues.missed(day.whole().start(), day.whole().end()));
    }

    /** Visits of today that have begun and whose patients have not come. */
    public List<QueueRow> overdue() {
        return seen(queues.between(new ClinicDay(time.today(), time.zone()).whole().start(), time.now(), false));
    }

    /** Visits before today that are still only booked: somebody has to say what became of them. */
    public List<QueueRow> leftOpen(int days) {
        Instant today = new ClinicDay(time.today(), time.zone()).whole().start();
        return seen(queues.between(today.minusSeconds(days * 86_400L), today, false));
    }

    /** Visits to come in whose time a person, room or machine that they need is away: somebody has to move them or call them off. */
    public List<QueueRow> away() {
        return seen(queues.away(time.now()));
    }

    private List<QueueRow> seen(List<QueueRow> rows) {
        audit.viewed("Appointment", rows.stream().collect(Collectors.toMap(QueueRow::visitId, QueueRow::patientId)));
        return rows;
    }
}
