package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookTogether;
import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.FindTogether;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Together;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.NotThere;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Two visits of one patient that belong together, the second a while after the first: found as pairs, booked both or neither. */
@Named
@ViewScoped
public class LegsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BookingService bookings;

    @Inject
    private ScheduleService schedules;

    @Inject
    private DeskPatientService patients;

    private UUID patient;
    private String before;
    private String after;
    private int atLeast;
    private int atMost = 10;
    private String key;
    private transient FoundPatient found;
    private transient List<Together> pairs;

    /** The key of this page is minted here. */
    public void load() {
        key = NewId.next().toString();
    }

    /** The same page with pairs. */
    public String show() {
        return "/reception/legs?faces-redirect=true&includeViewParams=true";
    }

    /** Books both visits of the pair. */
    public String book(int index) {
        Together pair = getPairs().get(index);
        List<Booked> booked = bookings.bookTogether(new BookTogether(BookTogether.Kind.LEGS, List.of(
                new BookVisit(patient, Set.of(), before, pair.first().start(), pair.first().chosen(), key),
                new BookVisit(patient, Set.of(), after, pair.second().start(), pair.second().chosen(), key)), key));
        return "/reception/day?faces-redirect=true&visit=" + booked.get(0).appointmentId();
    }

    /** At most six pairs, the earliest first; empty before both kinds are chosen. */
    public List<Together> getPairs() {
        if (pairs == null) {
            int hours = Math.max(0, Math.min(720, atLeast));
            pairs = before == null || after == null ? List.of() : bookings.findTogether(new FindTogether(patient, before, after, Duration.ofHours(hours),
                    Duration.ofHours(Math.max(hours, Math.min(720, atMost)))));
        }
        return pairs;
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

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public int getAtLeast() {
        return atLeast;
    }

    public void setAtLeast(int atLeast) {
        this.atLeast = atLeast;
    }

    public int getAtMost() {
        return atMost;
    }

    public void setAtMost(int atMost) {
        this.atMost = atMost;
    }
}
