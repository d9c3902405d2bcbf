package clinic.anteroom.notify;

import java.util.List;
import java.util.UUID;

/**
 * What a patient would read if a visit were called off now.
 *
 * @param appointmentId the visit; never null
 * @param patientId     whose visit it is; never null
 * @param subject       of the letter; null if none would leave
 * @param text          of the letter; null if none would leave: the patient was never told of the visit by letter, or no letter reaches them
 * @param ways          how it could leave; empty if no letter reaches the patient
 */
public record LetterPreview(UUID appointmentId, UUID patientId, String subject, String text, List<Channel> ways) {

    public LetterPreview {
        ways = List.copyOf(ways);
    }

    /** Whether a letter would leave. */
    public boolean isLetter() {
        return text != null;
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "letter about " + appointmentId;
    }
}
