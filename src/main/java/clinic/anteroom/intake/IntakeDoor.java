package clinic.anteroom.intake;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what the clinic has set about the online form: hours, a daily cap, a switch and a message. */
@ApplicationScoped
class IntakeDoor {

    @PersistenceContext
    private EntityManager entities;

    private ClinicTime time;

    private Predicate<LocalDate> closed;

    /** For the container's proxy. */
    protected IntakeDoor() {
    }

    @Inject
    IntakeDoor(ClinicTime time, Event<ClosedDayAsked> calendar) {
        this.time = time;
        this.closed = day -> {
            ClosedDayAsked asked = new ClosedDayAsked(day);
            calendar.fire(asked);
            return asked.isClosed();
        };
    }

    IntakeDoor(EntityManager entities, ClinicTime time, Predicate<LocalDate> closed) {
        this.entities = entities;
        this.time = time;
        this.closed = closed;
    }

    OnlineForm now() {
        Map<String, String> settings = settings();
        String message = settings.get("INTAKE_MESSAGE");
        if ("true".equals(settings.get("INTAKE_SUSPENDED"))) {
            return OnlineForm.closed(OnlineForm.Why.SUSPENDED, message);
        }
        ZonedDateTime wall = time.now().atZone(time.zone());
        if (!isOpenAt(wall)) {
            return OnlineForm.closed(OnlineForm.Why.HOURS, message);
        }
        String cap = settings.get("INTAKE_DAILY_CAP");
        boolean full = cap != null && sentIn(wall) >= Integer.parseInt(cap);
        return full ? OnlineForm.closed(OnlineForm.Why.CAP, message) : new OnlineForm(true, null, message);
    }

    private Map<String, String> settings() {
        return Rows.of(entities.createNativeQuery("select name, value from clinic_setting")).stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Hours are hours of people who read: on a day on which the clinic is closed there are none. */
    private boolean isOpenAt(ZonedDateTime wall) {
        List<OpenHours> hours = hours();
        LocalTime now = wall.toLocalTime();
        return hours.isEmpty() || hours.stream().anyMatch(stretch -> stretch.day() == wall.getDayOfWeek()
                && !now.isBefore(stretch.opens()) && now.isBefore(stretch.closes())) && !closed.test(wall.toLocalDate());
    }

    /** When it is open, by day and time; empty means always. */
    List<OpenHours> hours() {
        return Rows.of(entities.createNativeQuery("select weekday, opens, closes from intake_opening order by weekday, opens")).stream()
                .map(row -> new OpenHours(DayOfWeek.of(Rows.number(row[0])), Rows.time(row[1]), Rows.time(row[2]))).toList();
    }

    /** Replaces the hours; no hours mean always. */
    void open(List<OpenHours> hours) {
        entities.createNativeQuery("delete from intake_opening").executeUpdate();
        hours.forEach(stretch -> entities.createNativeQuery("insert into intake_opening (weekday, opens, closes) values (?1, ?2, ?3)")
                .setParameter(1, stretch.day().getValue()).setParameter(2, stretch.opens()).setParameter(3, stretch.closes()).executeUpdate());
    }

    /** Forms that came by themselves since midnight on the clinic's wall. */
    private int sentIn(ZonedDateTime wall) {
        return Rows.number(entities.createNativeQuery("""
                select count(*) from questionnaire_response where completed_at >= ?1 and completed_at <= ?2 and filled_by is null""")
                .setParameter(1, wall.toLocalDate().atStartOfDay(time.zone()).toInstant().atOffset(ZoneOffset.UTC))
                .setParameter(2, wall.toInstant().atOffset(ZoneOffset.UTC)).getSingleResult());
    }
}
