package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import java.time.LocalDate;

/**
 * One date of a series.
 *
 * @param date the date; never null
 * @param time the free time nearest to the wished one, or null if that day has none
 */
public record SeriesTime(LocalDate date, FreeTime time) {
}
