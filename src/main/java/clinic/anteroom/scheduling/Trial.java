package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitType;
import java.time.Instant;
import java.util.List;

/**
 * Whether a visit could begin there, and if not, everything that stands against it.
 *
 * @param visit     the kind of visit, as long as it would be; never null
 * @param start     when its first phase would begin; never null
 * @param time      with everybody named; null if something stands against it
 * @param obstacles what stands against it; empty if {@code time} is there
 */
public record Trial(VisitType visit, Instant start, FreeTime time, List<Obstacle> obstacles) {

    /** What stands against a time; {@code name} is who or what it is about, or null. */
    public record Obstacle(Kind kind, String name) {
    }

    /** Kinds of what stands against a time. */
    public enum Kind {
        /** The time has passed. */
        PAST,
        /** The resource does not do this kind of visit. */
        CANNOT,
        /** The resource does not work in that whole time, or it is kept for another kind of visit. */
        CLOSED,
        /** The resource has something else to do. */
        BUSY,
        /** Nobody who could play this part is free. */
        NOBODY,
        /** The patient has another visit then. */
        PATIENT,
        /** Each is free, but not all of them in one place. */
        TOGETHER,
        /** The clinic takes no more visits of this kind that day. */
        FULL
    }

    public Trial {
        obstacles = List.copyOf(obstacles);
    }

    /** Whether it could be booked there. */
    public boolean isFree() {
        return time != null;
    }
}
