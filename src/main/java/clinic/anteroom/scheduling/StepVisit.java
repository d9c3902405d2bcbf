package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.util.UUID;

/**
 * Takes a visit one step on, one step back, or up again after it was called off.
 *
 * @param appointmentId the visit; never null
 * @param version       the version the page showed
 * @param key           minted with the page, 16 to 64 characters; never null
 */
public record StepVisit(UUID appointmentId, int version, String key) {

    /** What was asked, as 64 hex digits; {@code verb} is what is done. */
    String digest(String verb) {
        return Sha256.of(verb + " " + appointmentId + " " + version);
    }
}
