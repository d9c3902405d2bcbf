package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo or short video that goes with a form, without its content.
 *
 * @param id          never null
 * @param position    1 to 5
 * @param contentType {@code image/jpeg}, {@code video/mp4} or {@code video/quicktime}; never null
 * @param bytes       its size
 * @param addedAt     when; never null
 */
public record Attachment(UUID id, int position, String contentType, int bytes, Instant addedAt) {

    /** Whether it is a picture. */
    public boolean picture() {
        return contentType.startsWith("image/");
    }

    /** Our own name for it; what the patient's file was called is not kept. */
    public String fileName() {
        return picture() ? "photo-" + position + ".jpg" : "video-" + position + (contentType.endsWith("mp4") ? ".mp4" : ".mov");
    }

    /** Its size as people say it. */
    public String size() {
        return bytes >= 1_000_000 ? Math.round(bytes / 100_000.0) / 10.0 + " MB" : Math.max(1, bytes / 1000) + " KB";
    }
}
