package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody looks behind a lock from now on; told in the same transaction.
 *
 * @param id never null
 * @param at never null
 */
public record GlassBroken(UUID id, Instant at) {
}
