package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.AppointmentStatus;
import java.time.Instant;

/**
 * What a link tells by itself: date and time, and no health fact.
 *
 * @param state      whether it still opens; never null
 * @param purpose    null for an unknown secret
 * @param endsAt     until when it opens; null for an unknown secret
 * @param status     of the visit it is about; null if it is about none
 * @param start      when that visit begins now; null if it is about none
 * @param end        when the patient can leave; null if it is about none
 * @param movedSince whether the visit has another time than when the link was made
 */
public record VisitLink(State state, VisitLinkPurpose purpose, Instant endsAt, AppointmentStatus status, Instant start, Instant end, boolean movedSince) {

    /** Whether a link opens. */
    public enum State {
        /** It does. */
        ALIVE,
        /** It was used before. */
        USED,
        /** It is too old, or was tried with wrong birth dates. */
        EXPIRED,
        /** There is none like this; also for somebody else's. */
        UNKNOWN
    }

    static VisitLink unknown() {
        return new VisitLink(State.UNKNOWN, null, null, null, null, null, false);
    }

    /** Whether it still opens. */
    public boolean isAlive() {
        return state == State.ALIVE;
    }

    /** Whether it is about one visit. */
    public boolean isAboutAVisit() {
        return start != null;
    }
}
