package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient whose record somebody touched.
 *
 * @param patientId never null
 * @param name      null if the record has been destroyed since
 * @param looks     rows that only looked
 * @param changes   rows that changed something
 * @param first     never null
 * @param last      never null
 */
public record Touched(UUID patientId, String name, int looks, int changes, Instant first, Instant last) {
}
