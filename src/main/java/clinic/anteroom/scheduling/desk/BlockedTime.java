package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.TimeRange;
import java.util.UUID;

/**
 * Time of somebody or something that the desk has blocked.
 *
 * @param visitName the only kind of visit that is kept out, or null for all
 * @param reason    never null
 */
public record BlockedTime(UUID id, TimeRange when, String visitName, String reason) {
}
