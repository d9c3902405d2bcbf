package clinic.anteroom.care;

import java.util.UUID;

/**
 * Looks for orders; everything that is given must fit.
 *
 * @param id        or null
 * @param patientId or null
 * @param status    or null
 * @param test      BLOOD, EMG, NCS, CT or MRI; or null
 */
public record OrderQuery(UUID id, UUID patientId, RequestStatus status, String test) {

    /** Whether nothing is asked, which would be all orders ever. */
    public boolean isUnbounded() {
        return id == null && patientId == null && status == null && test == null;
    }
}
