package clinic.anteroom.web.doctor;

import clinic.anteroom.myvisit.PatientSaidService;
import clinic.anteroom.myvisit.PreparationService;
import clinic.anteroom.myvisit.PreparationStep;
import clinic.anteroom.myvisit.VisitAnswer;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.TodayService;
import clinic.anteroom.scheduling.TodayVisit;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The visits of a day, {@code ?date=&whose=}, with readiness and how long each has stood where it stands. */
@Named
@RequestScoped
public class TodayBacking {

    /** Nobody should wait longer than this without somebody looking after them. */
    private static final Duration LONG = Duration.ofMinutes(20);

    @Inject
    private TodayService today;

    @Inject
    private PreparationService preparation;

    @Inject
    private PatientSaidService said;

    @Inject
    private CasePage page;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private boolean mine;
    private List<TodayVisit> visits;
    private Map<UUID, PreparationStep.Whole> lights;
    private Map<UUID, List<VisitAnswer>> answers;

    @PostConstruct
    void read() {
        date = page.parameter("date").map(TodayBacking::parsed).orElse(null);
        date = date == null ? today.today() : date;
        mine = page.parameter("whose").filter("mine"::equals).isPresent();
        visits = today.day(date).stream().filter(visit -> !mine || visit.mine()).toList();
        List<UUID> ids = visits.stream().map(TodayVisit::appointmentId).toList();
        lights = preparation.lights(ids);
        answers = said.answers(ids);
    }

    public LocalDate getDate() {
        return date;
    }

    /** Whether only the visits of who reads this are shown, {@code ?whose=mine}. */
    public boolean isMine() {
        return mine;
    }

    public List<TodayVisit> getVisits() {
        return visits;
    }

    /** What is asked about the visit, with its patient's answers; perhaps empty. */
    public List<VisitAnswer> answers(TodayVisit visit) {
        return answers.getOrDefault(visit.appointmentId(), List.of());
    }

    /** How well the visit is prepared: what has to be settled before it comes first, then what patient, desk and doctor have to do. */
    public PreparationStep.Whole light(TodayVisit visit) {
        return visit.prepared() ? lights.getOrDefault(visit.appointmentId(), PreparationStep.Whole.NONE) : PreparationStep.Whole.LATE;
    }

    /** Where it stands, as the end of a key: {@code DOCTOR}, {@code ROOM}, {@code LATE}, or its state. */
    public String state(TodayVisit visit) {
        return visit.place() != null ? visit.place() : isLate(visit) ? "LATE" : visit.status().name();
    }

    /** Its colour, as a tone of badges. */
    public String tone(TodayVisit visit) {
        return switch (state(visit)) {
            case "LATE", "NOSHOW" -> "urgent";
            case "ARRIVED", "CHECKED_IN" -> isLong(visit) ? "urgent" : "soon";
            case "FULFILLED", "DOCTOR" -> "done";
            default -> "routine";
        };
    }

    /** Whether somebody has waited for longer than anybody should: said in words and by an icon, never by blinking. */
    public boolean isLong(TodayVisit visit) {
        return visit.waits() && Duration.between(visit.since(), time.now()).compareTo(LONG) >= 0;
    }

    /** Who has not come yet, though the visit has begun. */
    private boolean isLate(TodayVisit visit) {
        return visit.status() == AppointmentStatus.BOOKED && visit.start().isBefore(time.now());
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
