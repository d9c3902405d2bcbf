package clinic.anteroom.scheduling.finder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Hours that come back every week, in wall time of the site.
 *
 * @param weekday   the day; never null
 * @param opens     first minute inside; never null
 * @param closes    first minute outside, on the same day; never null
 * @param validFrom first date on which this holds; never null
 * @param validTo   last date on which this holds, or null for no end
 */
public record WeeklyOpening(DayOfWeek weekday, LocalTime opens, LocalTime closes, LocalDate validFrom, LocalDate validTo) {

    /** Whether these hours apply on the date. */
    public boolean holdsOn(LocalDate date) {
        return date.getDayOfWeek() == weekday
                && !date.isBefore(validFrom)
                && (validTo == null || !date.isAfter(validTo));
    }
}
