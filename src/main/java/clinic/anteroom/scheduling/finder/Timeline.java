package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of moments, kept as ranges that neither overlap nor touch. Immutable. */
public final class Timeline {

    private final NavigableMap<Instant, Instant> endByStart = new TreeMap<>();

    private Timeline() {
    }

    /** Every moment that lies in at least one of the ranges; they may overlap. */
    public static Timeline of(Collection<TimeRange> ranges) {
        Timeline timeline = new Timeline();
        for (TimeRange range : ranges.stream().sorted().toList()) {
            Map.Entry<Instant, Instant> last = timeline.endByStart.lastEntry();
            if (last != null && !range.start().isAfter(last.getValue())) {
                timeline.endByStart.put(last.getKey(), later(last.getValue(), range.end()));
            } else {
                timeline.endByStart.put(range.start(), range.end());
            }
        }
        return timeline;
    }

    /** The moments that lie here and not in {@code taken}. */
    public Timeline minus(Timeline taken) {
        Timeline left = new Timeline();
        endByStart.forEach((start, end) -> {
            Instant from = start;
            Map.Entry<Instant, Instant> hole = taken.firstEndingAfter(from);
            while (hole != null && hole.getKey().isBefore(end)) {
                left.add(from, hole.getKey());
                from = hole.getValue();
                hole = taken.endByStart.higherEntry(hole.getKey());
            }
            left.add(from, end);
        });
        return left;
    }

    /** Whether every moment of the range lies here. */
    public boolean covers(TimeRange range) {
        Map.Entry<Instant, Instant> entry = endByStart.floorEntry(range.start());
        return entry != null && !entry.getValue().isBefore(range.end());
    }

    /**
     * The starts from which {@code length} lies here entirely, in one walk along both.
     *
     * @param grid in order
     */
    public List<Instant> starts(List<Instant> grid, Duration length) {
        List<Instant> starts = new ArrayList<>();
        int next = 0;
        for (Map.Entry<Instant, Instant> range : endByStart.entrySet()) {
            Instant last = range.getValue().minus(length);
            while (next < grid.size() && grid.get(next).isBefore(range.getKey())) {
                next++;
            }
            while (next < grid.size() && !grid.get(next).isAfter(last)) {
                starts.add(grid.get(next++));
            }
        }
        return starts;
    }

    /** The ranges, in order. */
    public List<TimeRange> ranges() {
        return endByStart.entrySet().stream().map(e -> new TimeRange(e.getKey(), e.getValue())).toList();
    }

    /** All ranges together. */
    public Duration length() {
        return ranges().stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
    }

    private Map.Entry<Instant, Instant> firstEndingAfter(Instant moment) {
        Map.Entry<Instant, Instant> before = endByStart.floorEntry(moment);
        return before != null && before.getValue().isAfter(moment) ? before : endByStart.higherEntry(moment);
    }

    private void add(Instant start, Instant end) {
        if (start.isBefore(end)) {
            endByStart.put(start, end);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
