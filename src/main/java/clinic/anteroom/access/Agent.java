package clinic.anteroom.access;

import java.util.UUID;

/**
 * Who is behind a row of the trail.
 *
 * @param name      account, {@code client:} and a program, {@link AuditService#PATIENT} or {@link AuditService#CARER}; never null
 * @param role      one of {@link Roles}, or one of these two again; never null
 * @param carer     who acts for the patient; null for nobody
 * @param reason    HL7's ActReason: TREAT, HOPERAT, PATRQT, HCOMPL or BTG; never null
 * @param origin    network address the request came from; null for the house's own clocks
 * @param requestId the request all rows of one page share; null for the house's own clocks
 */
record Agent(String name, String role, UUID carer, String reason, String origin, UUID requestId) {
}
