package clinic.anteroom.privacy;

import java.util.UUID;

/**
 * A file in a whole record.
 *
 * @param kind        PHOTO or RESULT; never null
 * @param of          id of the photo or of the result it belongs to; never null
 * @param contentType for example {@code image/jpeg}; never null
 * @param name        never null
 * @param content     as it is stored; never null, not to be changed
 */
public record RecordFile(RecordKind kind, UUID of, String contentType, String name, byte[] content) {
}
