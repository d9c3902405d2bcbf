package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.TimeRange;
import java.util.UUID;

/**
 * Time in which a doctor is away.
 *
 * @param id     never null
 * @param when   never null
 * @param reason one of {@link AwayService#REASONS}
 * @param visits how many visits are still booked in it
 */
public record OwnAbsence(UUID id, TimeRange when, String reason, int visits) {
}
