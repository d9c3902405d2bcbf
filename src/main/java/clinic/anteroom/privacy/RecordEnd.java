package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of a record: proposed, and in the end a certificate that tells nothing of what was in it.
 *
 * @param id          never null
 * @param patientId   whose record; never null
 * @param lastEntry   when something was last written in it; never null
 * @param proposedBy  account; never null
 * @param proposedAt  never null
 * @param alone       from when whoever proposed it may destroy it without a second person; never null
 * @param destroyedBy account; null until it is destroyed
 * @param destroyedAt null until it is destroyed
 * @param rows        how many rows of the database went; 0 until then
 */
public record RecordEnd(UUID id, UUID patientId, Instant lastEntry, String proposedBy, Instant proposedAt, Instant alone, String destroyedBy, Instant destroyedAt,
        long rows) {
}
