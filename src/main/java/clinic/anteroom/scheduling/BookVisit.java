package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
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
 * @param needs     what makes it longer than others of its kind; never null
 * @param overbookedBecause why a seat for deliberate overbooking may be used, 3 to 200 characters; null for own seats only
 */
public record BookVisit(UUID patientId, Set<UUID> orders, String visitType, Instant start, Map<String, UUID> chosen, String key,
                        VisitNeeds needs, String overbookedBecause) {

    public BookVisit {
        orders = Set.copyOf(orders);
        chosen = Map.copyOf(chosen);
    }

    /** A visit of its base length, in a seat of its own. */
    public BookVisit(UUID patientId, Set<UUID> orders, String visitType, Instant start, Map<String, UUID> chosen, String key) {
        this(patientId, orders, visitType, start, chosen, key, VisitNeeds.PLAIN, null);
    }

    /** The same for a patient who needs longer. */
    public BookVisit needing(VisitNeeds more) {
        return new BookVisit(patientId, orders, visitType, start, chosen, key, more, overbookedBecause);
    }

    /** The same, in a seat for deliberate overbooking if no other is left. */
    public BookVisit overbooking(String because) {
        return new BookVisit(patientId, orders, visitType, start, chosen, key, needs, because);
    }

    /** What was asked, as 64 hex digits: the same question has the same digest. */
    String digest() {
        return Sha256.of("BOOK " + patientId + " " + new TreeSet<>(orders) + " " + visitType + " " + start + " " + new TreeMap<>(chosen)
                + " " + needs + " " + overbookedBecause);
    }
}
