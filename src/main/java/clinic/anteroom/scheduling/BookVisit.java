package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Books a visit.
 *
 * @param patientId the patient; never null
 * @param orders    ids of the orders it answers, all of this patient; empty for a visit nobody ordered
 * @param visitType code of the kind of visit; never null
 * @param start     when the first phase begins; never null
 * @param chosen    id of the resource for each part's key; never null
 * @param key       minted with the page, 16 to 64 characters; never null
 */
public record BookVisit(UUID patientId, Set<UUID> orders, String visitType, Instant start, Map<String, UUID> chosen, String key) {

    public BookVisit {
        orders = Set.copyOf(orders);
        chosen = Map.copyOf(chosen);
    }

    /** What was asked, as 64 hex digits: the same question has the same digest. */
    String digest() {
        return Sha256.of("BOOK " + patientId + " " + new TreeSet<>(orders) + " " + visitType + " " + start + " " + new TreeMap<>(chosen));
    }
}
