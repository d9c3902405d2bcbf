package clinic.anteroom.scheduling.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * Hours as they are written down: weekly ones have a {@code weekday}, single dates a {@code date}, closed days both ends.
 *
 * @param opens  null where nothing is open
 * @param reason of a single date, or the name of a closure; or null
 */
public record OpeningRow(UUID id, DayOfWeek weekday, LocalDate date, LocalTime opens, LocalTime closes, LocalDate from, LocalDate to, String reason) {
}
