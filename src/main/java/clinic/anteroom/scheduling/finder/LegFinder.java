package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for two visits of one patient, the second a while after the first. Pure, and bounded like the search for one. */
public final class LegFinder {

    private final Search first;
    private final Search second;
    private final Duration shortest;
    private final Duration longest;

    /** The two plans. */
    public record Legs(FreeTime first, FreeTime second) {
    }

    /**
     * @param first    the earlier visit
     * @param second   the later visit, of the same patient, in a window that reaches {@code longest} further
     * @param shortest time between them, zero or more
     * @param longest  the same at most
     */
    public LegFinder(Search first, Search second, Duration shortest, Duration longest) {
        this.first = first;
        this.second = second;
        this.shortest = shortest;
        this.longest = longest;
    }

    /** Pairs, the first leg spread over days like the times for one visit. */
    public List<Legs> find(int atMost) {
        List<Legs> found = new ArrayList<>();
        List<Plan> starts = Spread.of(TimeFinder.all(first).filter(plan -> follow(plan).isPresent()), first.zone(), atMost);
        Reasons reasons = new Reasons(first);
        for (Plan plan : starts) {
            Plan later = follow(plan).orElseThrow();
            found.add(new Legs(FreeTime.of(plan, first.availability(), reasons.next(plan)), FreeTime.of(later, second.availability(), List.of())));
        }
        return found;
    }

    private Optional<Plan> follow(Plan plan) {
        Instant end = plan.whole().end();
        TimeRange window = new TimeRange(end.plus(shortest), end.plus(longest).plus(second.visit().length()));
        if (!window.start().isBefore(second.window().end())) {
            return Optional.empty();
        }
        Search rest = second.within(window);
        return TimeFinder.all(rest).filter(later -> keepsClear(plan, later)).findFirst();
    }

    /** Buffers of the first leg may reach into the second one. */
    private boolean keepsClear(Plan plan, Plan later) {
        List<Plan.Stretch> taken = plan.stretches(first.patient());
        return later.stretches(second.patient()).stream().noneMatch(mine -> taken.stream().anyMatch(
                other -> other.lane().equals(mine.lane()) && other.during().overlaps(mine.during())));
    }
}
