package clinic.anteroom.scheduling.finder;

import java.util.List;
import java.util.Optional;

/**
 * What a search brought.
 *
 * @param times         the times to offer, earliest first; perhaps empty
 * @param whyNotEarlier there if nothing was found, or nothing on the first day, or nothing in time
 */
public record Found(List<FreeTime> times, Optional<WhyNotEarlier> whyNotEarlier) {

    public Found {
        times = List.copyOf(times);
    }
}
