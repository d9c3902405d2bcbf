package clinic.anteroom.scheduling;

import java.time.Duration;
import java.util.UUID;

/**
 * Asks for times of two visits, one after the other.
 *
 * @param patientId the patient; never null
 * @param first     code of the kind of visit that comes first; never null
 * @param second    code of the kind of visit that follows; never null
 * @param shortest  time between the end of the first and the start of the second, zero or more
 * @param longest   the same at most, for example 10 hours for the same day; at most 30 days
 */
public record FindTogether(UUID patientId, String first, String second, Duration shortest, Duration longest) {

    private static final Duration MOST = Duration.ofDays(30);

    public FindTogether {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0 || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A gap of " + shortest + " to " + longest + ".\nMaybe the two were swapped; at most 30 days lie between.");
        }
    }
}
