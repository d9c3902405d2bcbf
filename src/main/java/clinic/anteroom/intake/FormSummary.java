package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A form as staff list it: no answers.
 *
 * @param responseId       the form; never null
 * @param reference        its short name for the phone; never null
 * @param questionnaire    title of what was asked, for example "Muscle twitching"; never null
 * @param status           where it stands; never null
 * @param startedAt        when its first page was opened; never null
 * @param completedAt      when it was sent in; null if it was not
 * @param patientId        whose it is; null until it is sent in
 * @param emergencyReply   what the patient said to an emergency; null if nothing
 * @param emergencyReplyAt when; null if nothing was said
 * @param emergencyPhone   where to call back; null if not told
 * @param filledBy         who of the staff typed what a caller said; null for a form that came by itself
 */
public record FormSummary(UUID responseId, String reference, String questionnaire, ResponseStatus status, Instant startedAt,
        Instant completedAt, UUID patientId, EmergencyReply emergencyReply, Instant emergencyReplyAt,
        String emergencyPhone, String filledBy) {
}
