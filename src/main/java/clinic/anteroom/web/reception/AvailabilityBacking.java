package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Timetable;
import clinic.anteroom.scheduling.desk.BlockedTime;
import clinic.anteroom.scheduling.desk.ClosureService;
import clinic.anteroom.scheduling.desk.OpeningRow;
import clinic.anteroom.scheduling.desk.OpeningsService;
import clinic.anteroom.scheduling.desk.PaperService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** When people, rooms and machines work: the week as a template, single dates, closed days. */
@Named
@ViewScoped
public class AvailabilityBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String AGAIN = "/reception/availability?faces-redirect=true&includeViewParams=true";

    @Inject
    private OpeningsService openings;

    @Inject
    private ClosureService closed;

    @Inject
    private PaperService papers;

    @Inject
    private ScheduleService schedules;

    @Inject
    private ClinicTime time;

    private UUID of;
    private transient List<Timetable> all;
    /** Kept with the page: a button means the row that was shown, whatever has come since. */
    private transient List<OpeningRow> weekly;
    private transient List<OpeningRow> exceptions;
    private transient List<OpeningRow> closures;
    private transient List<BlockedTime> blocked;
    private DayOfWeek[] days = {};
    private LocalTime opens;
    private LocalTime closes;
    private LocalDate from;
    private LocalDate to;
    private LocalTime dayOpens;
    private LocalTime dayCloses;
    private LocalDate date;
    private LocalDate lastDate;
    private String reason;
    private String name;

    /** Everybody and everything. */
    public List<Timetable> getAll() {
        if (all == null) {
            all = schedules.timetables();
        }
        return all;
    }

    public List<OpeningRow> getWeekly() {
        if (weekly == null) {
            weekly = openings.weekly(getOf());
        }
        return weekly;
    }

    public List<OpeningRow> getExceptions() {
        if (exceptions == null) {
            exceptions = openings.exceptions(getOf());
        }
        return exceptions;
    }

    public List<OpeningRow> getClosures() {
        if (closures == null) {
            closures = closed.all();
        }
        return closures;
    }

    /** Adds weekly hours on the chosen days. */
    public String addWeekly() {
        openings.addWeekly(getOf(), List.of(days), opens, closes, from == null ? time.today() : from);
        return AGAIN;
    }

    /** They end today. */
    public String endWeekly(UUID opening) {
        openings.endWeekly(opening, time.today());
        return AGAIN;
    }

    /** Other hours on one date or several in a row; none closes them. */
    public String addException() {
        LocalDate last = lastDate == null || lastDate.isBefore(date) ? date : lastDate;
        openings.addExceptions(getOf(), date.datesUntil(last.plusDays(1)).limit(60).toList(), dayCloses == null ? null : dayOpens,
                dayOpens == null ? null : dayCloses, reason);
        return AGAIN;
    }

    public String removeException(UUID exception) {
        openings.removeException(exception);
        return AGAIN;
    }

    /** What the desk has blocked of theirs. */
    public List<BlockedTime> getBlocked() {
        if (blocked == null) {
            blocked = papers.blocked(getOf());
        }
        return blocked;
    }

    /** Opens blocked time again. */
    public String unblock(UUID block) {
        papers.unblock(block);
        return AGAIN;
    }

    /** Closes the whole clinic. */
    public String close() {
        closed.close(from, to == null || to.isBefore(from) ? from : to, name);
        return AGAIN;
    }

    public String reopen(UUID closure) {
        closed.reopen(closure);
        return AGAIN;
    }

    public DayOfWeek[] getWeekdays() {
        return DayOfWeek.values();
    }

    /** Whose hours are shown; the first of all if nobody was named. */
    public UUID getOf() {
        return of == null ? getAll().get(0).resourceId() : of;
    }

    public void setOf(UUID of) {
        this.of = of;
    }

    public DayOfWeek[] getDays() {
        return days.clone();
    }

    public void setDays(DayOfWeek[] days) {
        this.days = days.clone();
    }

    public LocalTime getOpens() {
        return opens;
    }

    public void setOpens(LocalTime opens) {
        this.opens = opens;
    }

    public LocalTime getCloses() {
        return closes;
    }

    public void setCloses(LocalTime closes) {
        this.closes = closes;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public LocalTime getDayOpens() {
        return dayOpens;
    }

    public void setDayOpens(LocalTime dayOpens) {
        this.dayOpens = dayOpens;
    }

    public LocalTime getDayCloses() {
        return dayCloses;
    }

    public void setDayCloses(LocalTime dayCloses) {
        this.dayCloses = dayCloses;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public LocalDate getLastDate() {
        return lastDate;
    }

    public void setLastDate(LocalDate lastDate) {
        this.lastDate = lastDate;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
