package clinic.anteroom.scheduling.finder;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One date that is not like the others: its hours replace the weekly ones, closures and holidays.
 *
 * @param date   the date; never null
 * @param opens  first minute inside, or null for not at all
 * @param closes first minute outside, or null for not at all
 */
public record OpeningException(LocalDate date, LocalTime opens, LocalTime closes) {

    /** Whether anybody works in it. */
    boolean isOpen() {
        return opens != null;
    }
}
