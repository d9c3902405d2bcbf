package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether a visit could begin there, and if not, everything that stands against it.
 *
 * @param visit     the kind of visit, as long as it would be; never null
 * @param start     when its first phase would begin; never null
 * @param time      with everybody named; null if something stands against it
 * @param obstacles what stands against it; empty if {@code time} is there
 */
public record Trial(VisitType visit, Instant start, FreeTime time, List<Obstacle> obstacles) {

    /** What stands against a time; {@code name} is who or what it is about, or null; {@code other} the visit in the way, or null. */
    public record Obstacle(Kind kind, String name, Other other) {

        Obstacle(Kind kind, String name) {
            this(kind, name, null);
        }
    }

    /** A visit in the way. */
    public record Other(UUID appointmentId, UUID patientId, String patientName, Instant start, Instant end) {

        /** Names nobody: records end up in logs. */
        @Override
        public String toString() {
            return "visit " + appointmentId;
        }
    }

    /** The patients of the visits in the way, by visit. */
    static Map<UUID, UUID> others(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::other).filter(Objects::nonNull).collect(Collectors.toMap(Other::appointmentId, Other::patientId, (one, same) -> one));
    }

    /** Kinds of what stands against a time. */
    public enum Kind {
        /** The time has passed. */
        PAST,
        /** That part of the visit would be over already. */
        OVER,
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
