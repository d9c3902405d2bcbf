package clinic.anteroom.scheduling.desk;

import java.time.Instant;
import java.util.List;

/**
 * Somebody changed a visit, or what is written on it.
 *
 * @param at      when; never null
 * @param by      who, as the trail says it; null for the clinic's own clocks
 * @param role    in which role; null for the clinic's own clocks
 * @param created whether it was booked then
 * @param what    old and new of each thing that is different since; empty for what was changed before that was kept
 */
public record VisitChange(Instant at, String by, String role, boolean created, List<Difference> what) {

    public VisitChange {
        what = List.copyOf(what);
    }

    /**
     * One thing, before and after.
     *
     * @param kind   TIME, STATE, PEOPLE, SCREENED, NOTE, REPLY or PLACE; never null
     * @param was    null for nothing. TIME: two moments in seconds. STATE: a state, and a reason behind it. PEOPLE: names. The others: what was there
     * @param became the same afterwards
     */
    public record Difference(String kind, String was, String became) {
    }
}
