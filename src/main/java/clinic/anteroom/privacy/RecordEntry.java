package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a whole record.
 *
 * @param kind  the sheet it stands on; never null
 * @param id    its id; null for what has none of its own
 * @param about the order of a result, the item of a lock; null for nothing
 * @param at    when it was written, or is; null where nobody noted that
 * @param what  a code or a few words: which; never null
 * @param state where it stands; null for nothing
 * @param who   account, author or recipient; null for nobody
 * @param words what is written there; null for nothing
 */
public record RecordEntry(RecordKind kind, UUID id, UUID about, Instant at, String what, String state, String who, String words) {
}
