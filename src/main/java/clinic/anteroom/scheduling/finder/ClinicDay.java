package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One date on the wall of a site, 23, 24 or 25 hours long.
 *
 * @param date the date; never null
 * @param zone the site's zone; never null
 */
public record ClinicDay(LocalDate date, ZoneId zone) {

    private static final int MINUTES_ON_THE_WALL = 24 * 60;

    /** The day on which {@code instant} falls in {@code zone}. */
    public static ClinicDay of(Instant instant, ZoneId zone) {
        return new ClinicDay(LocalDate.ofInstant(instant, zone), zone);
    }

    /** The day after. */
    public ClinicDay next() {
        return new ClinicDay(date.plusDays(1), zone);
    }

    /** From local midnight to local midnight. */
    public TimeRange whole() {
        return new TimeRange(date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The moment of a wall time that comes exactly once; empty where a clock change skips or repeats it. */
    public Optional<Instant> at(LocalTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(date.atTime(time));
        return offsets.size() == 1 ? Optional.of(date.atTime(time).toInstant(offsets.get(0))) : Optional.empty();
    }

    /**
     * The starts a day offers, counted from local midnight in wall time, so that 9:00 stays 9:00 on the days of a clock
     * change; in order, without skipped and repeated wall times.
     *
     * @param minutes distance of two starts, 1 to 1440
     */
    public Stream<Instant> grid(int minutes) {
        if (minutes < 1 || minutes > MINUTES_ON_THE_WALL) {
            throw new IllegalArgumentException("A grid of " + minutes + " minutes.\nMaybe seconds were meant, or a visit type has no grid.");
        }
        return IntStream.iterate(0, at -> at < MINUTES_ON_THE_WALL, at -> at + minutes)
                .mapToObj(at -> at(LocalTime.ofSecondOfDay(at * 60L)))
                .flatMap(Optional::stream);
    }

    /**
     * The stretch between two wall times, always the smaller reading of an unclear one: a skipped time is the moment of
     * the change, a repeated one opens late and closes early. Empty if nothing is left.
     */
    public Optional<TimeRange> between(LocalTime opens, LocalTime closes) {
        Instant start = resolve(date.atTime(opens), false);
        Instant end = resolve(date.atTime(closes), true);
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    private Instant resolve(LocalDateTime wall, boolean firstReading) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        if (change == null) {
            return wall.toInstant(zone.getRules().getOffset(wall));
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return wall.toInstant(firstReading ? change.getOffsetBefore() : change.getOffsetAfter());
    }
}
