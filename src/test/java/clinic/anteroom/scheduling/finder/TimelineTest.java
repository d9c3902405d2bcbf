package clinic.anteroom.scheduling.finder;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void touchingRangesBecomeOne() {
        assertThat(Timeline.of(List.of(hours(13, 17), hours(9, 12), hours(12, 13))).ranges()).containsExactly(hours(9, 17));
    }

    @Test
    void whatIsTakenIsCutOut() {
        Timeline day = Timeline.of(List.of(hours(9, 12), hours(13, 17)));
        Timeline taken = Timeline.of(List.of(hours(8, 10), hours(11, 14), hours(16, 20)));
        assertThat(day.minus(taken).ranges()).containsExactly(hours(10, 11), hours(14, 16));
    }

    @Test
    void oneHoleMayLieInTwoRanges() {
        Timeline day = Timeline.of(List.of(hours(9, 11), hours(12, 14), hours(15, 17)));
        assertThat(day.minus(Timeline.of(List.of(hours(10, 16)))).ranges()).containsExactly(hours(9, 10), hours(16, 17));
    }

    @Test
    void aRangeAcrossAGapIsNotCovered() {
        Timeline day = Timeline.of(List.of(hours(9, 12), hours(13, 17)));
        assertThat(day.covers(hours(11, 12))).isTrue();
        assertThat(day.covers(hours(11, 13))).isFalse();
        assertThat(day.covers(hours(8, 10))).isFalse();
        assertThat(day.length()).isEqualTo(Duration.ofHours(7));
    }

    @Property(tries = 500)
    void aMomentIsLeftExactlyIfItIsOpenAndNotTaken(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 40) Integer> open,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 40) Integer> taken) {
        Timeline left = Timeline.of(ranges(open)).minus(Timeline.of(ranges(taken)));
        for (int hour = 0; hour < 60; hour++) {
            TimeRange slice = hours(hour, hour + 1);
            boolean expected = ranges(open).stream().anyMatch(slice::overlaps) && ranges(taken).stream().noneMatch(slice::overlaps);
            assertThat(left.covers(slice)).as("hour " + hour).isEqualTo(expected);
        }
    }

    @Property(tries = 500)
    void startsAreThoseFromWhichEverythingIsCovered(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 40) Integer> open, @ForAll @IntRange(min = 1, max = 4) int length) {
        Timeline timeline = Timeline.of(ranges(open));
        List<Instant> grid = IntStream.range(0, 60).mapToObj(hour -> hours(hour, hour + 1).start()).toList();
        assertThat(timeline.starts(grid, Duration.ofHours(length))).isEqualTo(grid.stream()
                .filter(start -> timeline.covers(TimeRange.startingAt(start, Duration.ofHours(length)))).toList());
    }

    private static List<TimeRange> ranges(List<Integer> starts) {
        List<TimeRange> ranges = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            ranges.add(hours(starts.get(i), starts.get(i) + 1 + i));
        }
        return ranges;
    }

    private static TimeRange hours(int from, int to) {
        return new TimeRange(Instant.EPOCH.plus(Duration.ofHours(from)), Instant.EPOCH.plus(Duration.ofHours(to)));
    }
}
