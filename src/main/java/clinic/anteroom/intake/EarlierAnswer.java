package clinic.anteroom.intake;

import java.time.Instant;

/**
 * What a patient told the clinic before and may still be true. It is shown to be looked at, and counts only once the patient
 * has saved it again.
 *
 * @param answer in the options of the question that is asked now; never null
 * @param sentAt when the form it comes from was sent in; never null
 */
public record EarlierAnswer(Answer answer, Instant sentAt) {
}
