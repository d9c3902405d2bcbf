package clinic.anteroom.care;

import java.time.Instant;
import java.util.UUID;

/**
 * An order as others see it (FHIR: ServiceRequest).
 *
 * @param id         its id
 * @param patientId  for whom
 * @param flagId     the flag it came from
 * @param test       BLOOD, EMG, NCS, CT or MRI
 * @param bodySite   part of the body; null where the test has none
 * @param detail     analytes or the like; null where there are none
 * @param status     where it stands
 * @param priority   how soon
 * @param indication why, in the doctor's words
 * @param requester  the doctor's account
 * @param authoredOn when it was signed
 * @param latest     last moment at which it is in time; null for no limit
 * @param holds      what has to be settled before a patient books it alone, one sentence a line; null for nothing
 * @param settledBy  account of the doctor who settled that; null while nobody has
 * @param revokedBy  account of the doctor who took it back; null while it stands
 * @param revokedAt  null while it stands
 * @param revokedFor why it was taken back or changed; null while it stands, and for a slip that was undone at once
 */
public record Order(UUID id, UUID patientId, UUID flagId, String test, String bodySite, String detail, RequestStatus status,
        RequestPriority priority, String indication, String requester, Instant authoredOn, Instant latest, String holds, String settledBy,
        String revokedBy, Instant revokedAt, String revokedFor) {

    /** Whether something is left to settle. */
    public boolean held() {
        return holds != null && settledBy == null;
    }

    /** Whether it stands: it was not taken back. */
    public boolean stands() {
        return status != RequestStatus.REVOKED;
    }
}
