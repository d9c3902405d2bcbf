package clinic.anteroom.intake;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * One stretch of a day in which patients may begin a form. A part may be null until {@link OnlineFormRules#faults} has
 * looked at it.
 *
 * @param opens  on the clinic's wall
 * @param closes later on the same day; the form is closed from then on
 */
public record OpenHours(DayOfWeek day, LocalTime opens, LocalTime closes) {

    /** The field of the page that shows what is wrong with it. */
    String field() {
        return "hours-" + day.getValue();
    }

    /** Begins before this one ends, and the other way round. */
    boolean overlaps(OpenHours other) {
        return day == other.day && opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }

    @Override
    public String toString() {
        return day + " " + opens + "-" + closes;
    }
}
