package clinic.anteroom.scheduling;

import java.time.Duration;

/**
 * What one doctor did in a span of days.
 *
 * @param cases     cases in which they decided on a flag
 * @param median    from sent in to their last decision in a case, in the middle of all; null if they decided none
 * @param confirmed flags confirmed as they were raised
 * @param modified  flags confirmed with a change
 * @param rejected  flags dismissed
 * @param read      results they read
 * @param answered  of these, how many answered the question
 * @param bookable  whether the account is somebody visits can be booked with; without that nothing is known of visits
 * @param seen      visits with them that took place
 * @param missed    visits with them whose patients did not come
 */
public record OwnFigures(int cases, Duration median, int confirmed, int modified, int rejected, int read, int answered, boolean bookable, int seen, int missed) {

    /** Flags decided in all. */
    public int flags() {
        return confirmed + modified + rejected;
    }

    /** Visits that took place or should have. */
    public int visits() {
        return seen + missed;
    }
}
