package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody looked behind a lock.
 *
 * @param id          never null
 * @param patientId   never null
 * @param patientName never null
 * @param agent       account; never null
 * @param reason      in their own words; never null
 * @param brokenAt    never null
 * @param endsAt      at most an hour later; never null
 * @param seenAt      when the officer has read it; null until then
 */
public record BrokenGlass(UUID id, UUID patientId, String patientName, String agent, String reason, Instant brokenAt, Instant endsAt, Instant seenAt) {
}
