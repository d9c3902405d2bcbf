package clinic.anteroom.access;

import java.time.Instant;

/**
 * A passkey of somebody of the staff.
 *
 * @param id        credential id in base64url; never null
 * @param name      what its owner calls it; never null
 * @param createdAt when it was set up
 * @param usedAt    when it was used last; null for never
 */
public record Passkey(String id, String name, Instant createdAt, Instant usedAt) {
}
