package clinic.anteroom.web.doctor;

import clinic.anteroom.myvisit.PreparationService;
import clinic.anteroom.myvisit.PreparationStep;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.TodayService;
import clinic.anteroom.scheduling.TodayVisit;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The visits of a day, {@code ?date=}, with readiness and how long each has stood where it stands. */
@Named
@RequestScoped
public class TodayBacking {

    @Inject
    private TodayService today;

    @Inject
    private PreparationService preparation;

    @Inject
    private CasePage page;

    private LocalDate date;
    private List<TodayVisit> visits;
    private Map<UUID, PreparationStep.Whole> lights;

    @PostConstruct
    void read() {
        date = page.parameter("date").map(TodayBacking::parsed).orElse(null);
        date = date == null ? today.today() : date;
        visits = today.day(date);
        lights = preparation.lights(visits.stream().map(TodayVisit::appointmentId).toList());
    }

    public LocalDate getDate() {
        return date;
    }

    public List<TodayVisit> getVisits() {
        return visits;
    }

    /** How well the visit is prepared: what has to be settled before it comes first, then what patient, desk and doctor have to do. */
    public PreparationStep.Whole light(TodayVisit visit) {
        return visit.prepared() ? lights.getOrDefault(visit.appointmentId(), PreparationStep.Whole.NONE) : PreparationStep.Whole.LATE;
    }

    /** Whether the time in this state means something: the patient is in the house. */
    public boolean counts(TodayVisit visit) {
        return visit.status() == AppointmentStatus.ARRIVED || visit.status() == AppointmentStatus.CHECKED_IN;
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
