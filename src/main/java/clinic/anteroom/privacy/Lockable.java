package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * Something in a record that can be locked alone.
 *
 * @param item never null
 * @param id   never null
 * @param at   when it was written, or is; never null
 * @param name form, kind of test or kind of visit by its code; null for a note
 */
public record Lockable(Lock.Item item, UUID id, Instant at, String name) {
}
