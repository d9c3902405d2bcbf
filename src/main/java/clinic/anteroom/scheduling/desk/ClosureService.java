package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Days on which the whole clinic is closed, and what is booked on them. What is booked stays until the desk has moved it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.RECEPTIONIST})
public class ClosureService {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 366;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Openings openings;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** How many visits of one day would have to be moved. */
    public record BookedDay(LocalDate date, int visits) {
    }

    /** Closed days from today on, the next one first. */
    public List<OpeningRow> all() {
        return openings.closures(time.today());
    }

    /** Days between the two, both included, on which visits are booked; names nobody. Refuses days that are no range. */
    public List<BookedDay> bookedBetween(LocalDate from, LocalDate to) {
        refuse(from, to, "preview");
        Map<LocalDate, Long> days = Rows.of(entities.createNativeQuery("""
                        select id, starts_at from appointment
                        where status = 'BOOKED' and expires_at is null and starts_at >= cast(?1 as timestamptz) and starts_at < cast(?2 as timestamptz)""")
                        .setParameter(1, from.atStartOfDay(time.zone()).toInstant().toString())
                        .setParameter(2, to.plusDays(1).atStartOfDay(time.zone()).toInstant().toString())).stream()
                .collect(Collectors.groupingBy(row -> LocalDate.ofInstant(Rows.instant(row[1]), time.zone()), TreeMap::new, Collectors.counting()));
        return days.entrySet().stream().map(day -> new BookedDay(day.getKey(), day.getValue().intValue())).toList();
    }

    /** Closes the clinic; both dates are closed days. Refuses with {@link ClosureRefused} (fields {@code from}, {@code to}, {@code name}). */
    public void close(LocalDate from, LocalDate to, String name) {
        refuse(from, to, name);
        openings.addClosure(from, to, name.strip());
        audit.record(AuditedAction.UPDATE, "Schedule", null, null);
    }

    /** Opens it again. */
    public void reopen(UUID closure) {
        openings.remove("closure", closure);
        audit.record(AuditedAction.UPDATE, "Schedule", closure, null);
    }

    private void refuse(LocalDate from, LocalDate to, String name) {
        List<FieldRefused> faults = new ArrayList<>();
        if (from == null || from.isBefore(time.today())) {
            faults.add(new FieldRefused("from", "refusal.closure_from"));
        }
        if (to == null || from != null && (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS)))) {
            faults.add(new FieldRefused("to", "refusal.closure_to"));
        }
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add(new FieldRefused("name", "refusal.closure_name"));
        }
        if (!faults.isEmpty()) {
            throw new ClosureRefused(faults);
        }
    }
}
