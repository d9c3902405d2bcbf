package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookTogether;
import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.FindSeries;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.SeriesTime;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.NotThere;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The same visit again and again, at the same wall time on both sides of a clock change; shown first, then booked all or none. */
@Named
@ViewScoped
public class SeriesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BookingService bookings;

    @Inject
    private ScheduleService schedules;

    @Inject
    private DeskPatientService patients;

    @Inject
    private ClinicTime time;

    private UUID patient;
    private String type;
    private LocalDate first;
    private LocalTime wall = LocalTime.of(9, 0);
    private int everyDays = 7;
    private int times = 4;
    private String key;
    private transient FoundPatient found;
    private transient List<SeriesTime> dates;

    /** Who it is for; the key of this page is minted here. Dates are looked for when a kind and a first day are given. */
    public void load() {
        key = NewId.next().toString();
        if (type != null && first != null) {
            dates = bookings.findSeries(question());
        }
    }

    private FindSeries question() {
        return new FindSeries(type, patient, first, wall, Math.max(1, Math.min(35, everyDays)), Math.max(2, Math.min(26, times)));
    }

    /** The same page with the dates. */
    public String show() {
        return "/reception/series?faces-redirect=true&includeViewParams=true";
    }

    /** Books every date that has a time, all or none, and shows the first one's day. */
    public String book() {
        List<BookVisit> visits = getDates().stream().filter(date -> date.time() != null)
                .map(date -> new BookVisit(patient, Set.of(), type, date.time().start(), date.time().chosen(), key)).toList();
        List<Booked> booked = bookings.bookTogether(new BookTogether(BookTogether.Kind.SERIES, visits, key));
        return "/reception/day?faces-redirect=true&visit=" + booked.get(0).appointmentId();
    }

    /** One row a date; empty before anything was asked. */
    public List<SeriesTime> getDates() {
        if (dates == null && type != null && first != null) {
            dates = bookings.findSeries(question());
        }
        return dates == null ? List.of() : dates;
    }

    /** Whether at least two dates have a time. */
    public boolean isBookable() {
        return getDates().stream().filter(date -> date.time() != null).count() >= 2;
    }

    /** Whether the date has the wished time, and not only a near one. */
    public boolean isExact(SeriesTime date) {
        return date.time() != null && LocalTime.ofInstant(date.time().start(), time.zone()).equals(wall);
    }

    /** The patient. */
    public FoundPatient getFound() {
        if (found == null) {
            found = patient == null ? null : patients.get(patient).orElseThrow(NotThere::new);
        }
        return found;
    }

    /** The kinds on offer. */
    public List<VisitType> getKinds() {
        return schedules.visitTypes();
    }

    public UUID getPatient() {
        return patient;
    }

    public void setPatient(UUID patient) {
        this.patient = patient;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public LocalTime getWall() {
        return wall;
    }

    public void setWall(LocalTime wall) {
        this.wall = wall;
    }

    public int getEveryDays() {
        return everyDays;
    }

    public void setEveryDays(int everyDays) {
        this.everyDays = everyDays;
    }

    public int getTimes() {
        return times;
    }

    public void setTimes(int times) {
        this.times = times;
    }
}
