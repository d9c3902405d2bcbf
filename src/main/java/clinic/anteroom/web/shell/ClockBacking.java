package clinic.anteroom.web.shell;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.DateWords;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/** The edge where an instant becomes what the clinic's wall shows, in the language of who reads. Every page prints times through it, with one zone. */
@Named("clock")
@ApplicationScoped
public class ClockBacking {

    @Inject
    private ClinicTime time;

    @Inject
    private Reader reader;

    /** Thursday 3 December 2026. */
    public String longDay(Instant instant) {
        return words().longDay(wall(instant));
    }

    /** Thu 3 Dec. */
    public String day(Instant instant) {
        return words().day(wall(instant));
    }

    /** 09:40. */
    public String hour(Instant instant) {
        return words().hour(wall(instant));
    }

    /** Thu 3 Dec, 09:40. */
    public String dateTime(Instant instant) {
        return words().dateTime(wall(instant));
    }

    /** Machine-readable form with the offset of the clinic's zone at that moment. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wall(instant));
    }

    /** A date without a time, such as a birth date: 3 December 1968. */
    public String date(LocalDate date) {
        return words().date(date);
    }

    /** The zone in words, for beside a time: Toronto time. */
    public String getZoneLabel() {
        String id = time.zone().getId();
        String place = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return reader.language() == Language.ENGLISH ? place + " time" : "heure de " + place;
    }

    /** The zone's usual name: Eastern Time. */
    public String getZoneName() {
        return time.zone().getDisplayName(TextStyle.FULL, reader.language().locale());
    }

    /** How long until then in the largest fitting unit: "13 days", "5 hours", "overdue by 2 days". */
    public String left(Instant instant) {
        Duration left = Duration.between(time.now(), instant);
        return left.isNegative() ? "overdue by " + amount(left.negated()) : amount(left);
    }

    /** How long ago in the largest fitting unit: "5 min". */
    public String since(Instant instant) {
        return amount(Duration.between(instant, time.now()));
    }

    private static String amount(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() >= 1) {
            return duration.toHours() == 1 ? "1 hour" : duration.toHours() + " hours";
        }
        return Math.max(duration.toMinutes(), 0) + " min";
    }

    private DateWords words() {
        return DateWords.in(reader.language());
    }

    private ZonedDateTime wall(Instant instant) {
        return instant.atZone(time.zone());
    }
}
