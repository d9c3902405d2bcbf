package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Changes when people, rooms and machines work. What is booked stays; the report of odd bookings shows what lies outside now. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class OpeningsService {

    @Inject
    Openings openings;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Weekly hours of the resource that hold now or later. */
    public List<OpeningRow> weekly(UUID resource) {
        return openings.weekly(resource, time.today());
    }

    /** Its single dates from today on. */
    public List<OpeningRow> exceptions(UUID resource) {
        return openings.exceptions(resource, time.today());
    }

    /** Adds the same hours on some days of the week, from a date on. */
    public void addWeekly(UUID resource, Collection<DayOfWeek> days, LocalTime opens, LocalTime closes, LocalDate from) {
        days.forEach(day -> openings.addWeekly(resource, day, opens, closes, from));
        audit.record(AuditedAction.UPDATE, "Schedule", resource, null);
    }

    /** Ends weekly hours with the day before {@code from}. */
    public void endWeekly(UUID opening, LocalDate from) {
        openings.endWeekly(opening, from);
        audit.record(AuditedAction.UPDATE, "Schedule", opening, null);
    }

    /** Other hours on single dates; without times the resource does not work then. */
    public void addExceptions(UUID resource, Collection<LocalDate> dates, LocalTime opens, LocalTime closes, String reason) {
        dates.forEach(date -> openings.addException(resource, date, opens, closes, reason));
        audit.record(AuditedAction.UPDATE, "Schedule", resource, null);
    }

    /** Back to the weekly hours on that date. */
    public void removeException(UUID exception) {
        openings.remove("opening_exception", exception);
        audit.record(AuditedAction.UPDATE, "Schedule", exception, null);
    }
}
