package clinic.anteroom.care;

import java.time.Instant;

/**
 * One thing somebody did with a case.
 *
 * @param version what the case's version became by it
 * @param at      when
 * @param who     account; {@code patient} for what the patient did
 * @param step    what
 * @param test    BLOOD, EMG, NCS, CT or MRI; null if it is not about one test
 * @param words   for people; null if there is nothing to add
 */
public record CaseStepTaken(int version, Instant at, String who, CaseStep step, String test, String words) {
}
