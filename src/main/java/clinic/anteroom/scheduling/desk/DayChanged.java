package clinic.anteroom.scheduling.desk;

import java.time.LocalDate;

/**
 * Something on a day of the board has changed, on whichever node.
 *
 * @param day the day; null for a heartbeat, so that nobody waits for a link that is gone
 */
public record DayChanged(LocalDate day) {
}
