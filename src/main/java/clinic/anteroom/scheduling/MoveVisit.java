package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Gives a visit another time or other people, in one transaction: never two visits, never none.
 *
 * @param appointmentId the visit; never null
 * @param version       the version the page showed
 * @param start         when the first phase begins; never null
 * @param chosen        id of the resource for each part's key; never null
 * @param key           minted with the page, 16 to 64 characters; never null
 */
public record MoveVisit(UUID appointmentId, int version, Instant start, Map<String, UUID> chosen, String key) {

    public MoveVisit {
        chosen = Map.copyOf(chosen);
    }

    /** What was asked, as 64 hex digits. */
    String digest() {
        return Sha256.of("MOVE " + appointmentId + " " + version + " " + start + " " + new TreeMap<>(chosen));
    }
}
