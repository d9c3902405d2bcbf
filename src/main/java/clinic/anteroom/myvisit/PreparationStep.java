package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.List;

/**
 * One thing to do before a visit, as its patient, the desk and the doctor see it.
 *
 * @param sheet  id of the sheet; never null
 * @param step   what, who, how one knows, and what if not; never null
 * @param by     until when; never null
 * @param done   whether it is done
 * @param ticked whether it is done because its patient said so, and can be taken back
 * @param doneAt since when; null if it is not done, or if nobody wrote down when
 * @param light  how it stands; never null
 */
public record PreparationStep(String sheet, Preparation.Step step, Instant by, boolean done, boolean ticked, Instant doneAt, Light light) {

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

    /** How a whole preparation stands, for who works with the visit. */
    public enum Whole {
        /** Nothing to prepare. */
        NONE,
        /** Nothing is open that could stop the visit. */
        READY,
        /** Something is open that could stop the visit; there is time. */
        OPEN,
        /** Something that can stop the visit was not done in time. */
        LATE
    }

    /** How these steps stand together: only what can stop the visit counts. */
    public static Whole whole(List<PreparationStep> steps) {
        if (steps.isEmpty()) {
            return Whole.NONE;
        }
        List<PreparationStep> open = steps.stream().filter(one -> one.step().stops() && !one.done()).toList();
        return open.isEmpty() ? Whole.READY : open.stream().anyMatch(one -> one.light() == Light.MISSED) ? Whole.LATE : Whole.OPEN;
    }
}
