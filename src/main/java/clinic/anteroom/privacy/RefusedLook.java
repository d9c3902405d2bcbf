package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditedAction;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody asked for and did not get.
 *
 * @param at          never null
 * @param agent       account, program or kind of visitor, as the trail says it; never null
 * @param name        what colleagues call them; never null
 * @param role        in which they came; never null
 * @param action      whether they wanted to look or to change; never null
 * @param kind        what the id is of, as FHIR calls it; never null
 * @param id          which; never null
 * @param patientId   whose record it was for; null for an id that names nothing, and for a form nobody has sent
 * @param patientName null for nobody, and for a record that has been destroyed
 * @param origin      network address; null where it is not known
 */
public record RefusedLook(Instant at, String agent, String name, String role, AuditedAction action, String kind, UUID id, UUID patientId, String patientName,
        String origin) {
}
