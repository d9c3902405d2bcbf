package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A question of a doctor about a form that was sent in.
 *
 * @param id          never null
 * @param askedBy     account of the doctor; never null
 * @param askedAt     never null
 * @param words       the question; never null
 * @param answer      what the patient said; null while it is open
 * @param answeredAt  null while it is open
 * @param withdrawnAt when the doctor did not need it any more; null else
 */
public record FollowUp(UUID id, String askedBy, Instant askedAt, String words, String answer, Instant answeredAt, Instant withdrawnAt) {

    /** Whether the patient's answer is awaited. */
    public boolean open() {
        return answeredAt == null && withdrawnAt == null;
    }
}
