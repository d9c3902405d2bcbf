package clinic.anteroom.web.reception;

import java.time.Instant;
import java.util.UUID;

/**
 * A stretch in a lane.
 *
 * @param start      never null
 * @param end        never null, same day
 * @param title      who or what; never null
 * @param note       second line; perhaps empty
 * @param styleClass how it looks; perhaps empty
 * @param visit      the visit to open, or null
 */
public record DayBar(Instant start, Instant end, String title, String note, String styleClass, UUID visit) {

    /** The page it opens; null for none. */
    public String getOutcome() {
        return visit == null ? null : "/reception/visit";
    }
}
