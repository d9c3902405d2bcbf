package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.UUID;

/**
 * One message between a patient and the clinic.
 *
 * @param id          never null
 * @param topic       what it is about; never null
 * @param fromPatient whether the patient wrote it
 * @param author      account of who answered, PATIENT for the patient; never null
 * @param words       never null
 * @param writtenAt   never null
 * @param readAt      when the other side opened it; null if not yet
 */
public record Message(UUID id, Topic topic, boolean fromPatient, String author, String words, Instant writtenAt, Instant readAt) {

    /** What a message is about; it decides who reads it first. */
    public enum Topic {
        /** Time and place: the desk. */
        TIME,
        /** Getting ready: the lab. */
        PREPARATION,
        /** Results: the doctor. */
        RESULT,
        /** Anything else: the desk. */
        OTHER,
        /** A question of the doctor. */
        QUESTION;

        /** Whether a patient can choose it. */
        public boolean isForPatients() {
            return this != QUESTION;
        }
    }

    /** Tells nothing: words are nobody's business in a log. */
    @Override
    public String toString() {
        return "message " + id;
    }
}
