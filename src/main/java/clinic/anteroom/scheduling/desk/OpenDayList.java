package clinic.anteroom.scheduling.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * Opens a list without times. Components are null where nothing was said.
 *
 * @param person whose hours they are
 * @param name   what the list is called, 1 to 60 characters
 * @param most   how many it takes, 1 to 60
 */
public record OpenDayList(UUID person, LocalDate day, LocalTime from, LocalTime to, String name, Integer most) {
}
