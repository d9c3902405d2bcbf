package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.TimeRange;
import java.util.List;
import java.util.UUID;

/**
 * Closes some time of people, rooms or machines. What is booked in it stays and is found in the report of odd bookings.
 *
 * @param resources one or more; never empty
 * @param when      never null
 * @param visitType the only kind of visit that is closed, or null for all
 * @param reason    1 to 200 characters; never null
 */
public record BlockTime(List<UUID> resources, TimeRange when, String visitType, String reason) {

    public BlockTime {
        resources = List.copyOf(resources);
    }
}
