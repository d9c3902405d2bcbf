package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * Something somebody has to look at (FHIR: Task, status requested).
 *
 * @param id          its id; never null
 * @param orderId     the order it is about; never null
 * @param patientId   the patient; never null
 * @param patientName given and family name; never null
 * @param test        code of the ordered test; never null
 * @param latest      when the order runs out; never null
 * @param firstTime   the first time that was free when the task was raised, or null for none
 * @param authoredOn  when it was raised; never null
 */
public record Task(UUID id, UUID orderId, UUID patientId, String patientName, String test, Instant latest, Instant firstTime,
                   Instant authoredOn) {
}
