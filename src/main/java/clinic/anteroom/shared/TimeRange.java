package clinic.anteroom.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time from {@code start} (inside) to {@code end} (outside), never empty. Two ranges that only touch do
 * not overlap, as in PostgreSQL's {@code [)} ranges.
 *
 * @param start first moment inside; never null
 * @param end   first moment after; never null, later than {@code start}
 */
public record TimeRange(Instant start, Instant end) implements Comparable<TimeRange> {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A time range from " + start + " to " + end + " holds no time.\n"
                    + "Maybe a wall time in the hour that a clock change skips was converted, or start and end were swapped.");
        }
    }

    /** The range of the given length that begins at {@code start}. */
    public static TimeRange startingAt(Instant start, Duration length) {
        return new TimeRange(start, start.plus(length));
    }

    /** How long the range is; always positive. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Whether some moment lies in both. */
    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether every moment of {@code other} lies in this range. */
    public boolean contains(TimeRange other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** Earlier starts first; of two that start together the shorter one first. */
    @Override
    public int compareTo(TimeRange other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }
}
