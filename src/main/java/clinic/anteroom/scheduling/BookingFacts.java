package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything a booking has to know, read in one moment.
 *
 * @param catalogue   as it is now; never null
 * @param patientName given and family name; never null
 * @param now         by the database's clock; the same in one transaction
 * @param used        what the key was used for before, or null
 * @param busy        what is taken of the patient and of those who were chosen, around the time asked for
 */
record BookingFacts(Catalogue catalogue, String patientName, Instant now, UsedKey used, Map<Lane, List<TimeRange>> busy) {

    /** An earlier use of a key: the digest of what was asked, and the visit it led to. */
    record UsedKey(String digest, UUID appointmentId) {
    }

    /** The visit of an earlier use of the key with the same content; empty for the first use; refuses other content. */
    Optional<UUID> before(String digest) {
        if (used != null && !used.digest().equals(digest)) {
            throw new BookingKeyUsed();
        }
        return Optional.ofNullable(used).map(UsedKey::appointmentId);
    }
}
