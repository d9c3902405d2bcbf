package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.DaySheet;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** The day of the whole clinic: people, rooms and machines side by side. */
@Named
@RequestScoped
public class DayBacking {

    /** What is drawn at least, so that a quiet day does not look like another clinic. */
    private static final int OPENS = 8;
    private static final int CLOSES = 18;
    /** What the style sheet can draw. */
    private static final int EARLIEST = 5;
    private static final int LATEST = 24;

    @Inject
    private BookingService bookings;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private DaySheet sheet;
    private List<DayLane> lanes = List.of();
    private int opens = OPENS;
    private int closes = CLOSES;

    /** Reads the day; today if none was asked for. */
    public void load() {
        if (date == null) {
            date = time.today();
        }
        sheet = bookings.day(date);
        stretch(sheet.hours());
        FacesContext faces = FacesContext.getCurrentInstance();
        lanes = new DayLanes(new TimeRange(hour(opens), hour(closes)), word -> Texts.of(faces, "reception_day." + word)).of(sheet);
    }

    private void stretch(TimeRange hours) {
        if (hours == null) {
            return;
        }
        LocalTime first = LocalTime.ofInstant(hours.start(), time.zone());
        LocalTime last = LocalTime.ofInstant(hours.end(), time.zone());
        opens = Math.max(EARLIEST, Math.min(OPENS, first.getHour()));
        closes = Math.min(LATEST, Math.max(CLOSES, last.getHour() + (last.getMinute() > 0 ? 1 : 0)));
    }

    private Instant hour(int hour) {
        return hour == LATEST ? date.plusDays(1).atStartOfDay(time.zone()).toInstant() : date.atTime(hour, 0).atZone(time.zone()).toInstant();
    }

    /** Each hour that is drawn. */
    public List<String> getHours() {
        return IntStream.range(opens, closes).mapToObj(hour -> String.format("%02d", hour)).toList();
    }

    /** Style of the grid: its first and last hour. */
    public String getStretch() {
        return String.format("opens-%02d closes-%02d", opens, closes);
    }

    /** Style of the line that says now; null on other days and outside the hours drawn. */
    public String getNow() {
        Instant now = time.now();
        boolean drawn = date.equals(time.today()) && !now.isBefore(hour(opens)) && now.isBefore(hour(closes));
        LocalTime wall = LocalTime.ofInstant(now, time.zone());
        return drawn ? String.format("now from-h%02d from-m%02d", wall.getHour(), wall.getMinute() / 5 * 5) : null;
    }

    /** Noon of the day, for its name. */
    public Instant getNoon() {
        return hour(12);
    }

    /** Noon of the day before. */
    public Instant getNoonBefore() {
        return getNoon().minus(Duration.ofDays(1));
    }

    /** Noon of the day after. */
    public Instant getNoonAfter() {
        return getNoon().plus(Duration.ofDays(1));
    }

    public LocalDate getBefore() {
        return date.minusDays(1);
    }

    public LocalDate getAfter() {
        return date.plusDays(1);
    }

    /** Name of the closure; null on an ordinary day. */
    public String getClosedFor() {
        return sheet.closedFor();
    }

    public List<DayLane> getLanes() {
        return lanes;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }
}
