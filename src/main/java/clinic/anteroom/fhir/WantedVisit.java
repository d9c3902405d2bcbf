package clinic.anteroom.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A visit as a program asks for it.
 *
 * @param patientId the patient; null if none was named
 * @param visitType code of the kind of visit; never null
 * @param start     never null
 * @param byPart    who was named for a part of the visit, by its key
 * @param others    who was named without a part
 * @param orders    ids of the orders it answers; null: all that it can answer
 */
record WantedVisit(UUID patientId, String visitType, Instant start, Map<String, UUID> byPart, List<UUID> others, Set<UUID> orders) {
}
