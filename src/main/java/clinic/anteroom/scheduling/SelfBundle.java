package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import java.time.Instant;
import java.util.List;

/**
 * Several visits that follow each other, as one choice.
 *
 * @param kind what speaks for it; never null
 * @param legs one time for each visit, in order; never empty
 */
public record SelfBundle(Kind kind, List<FreeTime> legs) {

    /** What a patient may care about most. */
    public enum Kind {
        /** Everything on one day with the least waiting between. */
        ONE_VISIT,
        /** The last visit as early as possible. */
        SOONEST,
        /** As few days as possible. */
        FEWEST_DAYS
    }

    public SelfBundle {
        legs = List.copyOf(legs);
    }

    /** When the first visit begins. */
    public Instant start() {
        return legs.get(0).start();
    }

    /** When the last visit ends. */
    public Instant end() {
        return legs.get(legs.size() - 1).end();
    }
}
