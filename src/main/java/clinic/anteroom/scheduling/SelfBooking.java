package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a patient chose.
 *
 * @param start  when the visit begins; never null
 * @param chosen id of the resource for each part's key, as the time was offered; never null
 * @param needs  what makes the visit longer; never null
 * @param key    minted with the page, 16 to 64 characters; never null
 */
public record SelfBooking(Instant start, Map<String, UUID> chosen, VisitNeeds needs, String key) {

    public SelfBooking {
        chosen = Map.copyOf(chosen);
    }
}
