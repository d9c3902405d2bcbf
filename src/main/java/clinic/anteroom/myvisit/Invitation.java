package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to book what was ordered.
 *
 * @param id        never null
 * @param patientId never null
 * @param review    code of a talk about the results that belongs to it; null for none
 * @param invitedAt never null
 * @param endsAt    never null
 * @param invitedBy account of doctor or desk; never null
 * @param open      whether it can be used now
 */
public record Invitation(UUID id, UUID patientId, String review, Instant invitedAt, Instant endsAt, String invitedBy, boolean open) {
}
