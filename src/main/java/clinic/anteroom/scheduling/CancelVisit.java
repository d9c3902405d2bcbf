package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.util.UUID;

/**
 * Calls a visit off.
 *
 * @param appointmentId the visit; never null
 * @param version       the version the page showed
 * @param reason        why; never null
 * @param key           minted with the page, 16 to 64 characters; never null
 */
public record CancelVisit(UUID appointmentId, int version, CancelReason reason, String key) {

    /** What was asked, as 64 hex digits. */
    String digest() {
        return Sha256.of("CANCEL " + appointmentId + " " + version + " " + reason);
    }
}
