package clinic.anteroom.myvisit;

import java.time.Instant;

/**
 * One thing to do before a visit, as its patient sees it.
 *
 * @param sheet    id of the sheet; never null
 * @param key      of the step; never null
 * @param text     what to do; never null
 * @param ifMissed what to do if it was not done; never null
 * @param by       until when; never null
 * @param doneAt   when the patient said that it is done; null if not
 * @param light    how it stands; never null
 */
public record PreparationStep(String sheet, String key, Preparation.InTwoLanguages text, Preparation.InTwoLanguages ifMissed, Instant by, Instant doneAt, Light light) {

    /** How a step stands. */
    public enum Light {
        /** Done. */
        DONE,
        /** There is time. */
        AHEAD,
        /** Within a day. */
        NOW,
        /** Its time is over. */
        MISSED
    }
}
