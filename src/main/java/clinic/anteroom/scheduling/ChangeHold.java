package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.util.UUID;

/**
 * Turns a hold into a booking, keeps it for longer, or lets it go.
 *
 * @param appointmentId the held visit; never null
 * @param key           minted with the page, 16 to 64 characters; never null
 */
public record ChangeHold(UUID appointmentId, String key) {

    /** What was asked, as 64 hex digits; {@code verb} is what is done with the hold. */
    String digest(String verb) {
        return Sha256.of(verb + " " + appointmentId);
    }
}
