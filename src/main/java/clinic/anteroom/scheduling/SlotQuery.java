package clinic.anteroom.scheduling;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * Looks for slots.
 *
 * @param resources  whose timetables; empty for everybody who works here
 * @param visitTypes kinds of visit; empty for stretches of plain free or busy time
 * @param window     slots begin in it; at most {@link #LONGEST}
 * @param free       whether free time is asked for, or busy time
 */
public record SlotQuery(Set<UUID> resources, Set<String> visitTypes, TimeRange window, boolean free) {

    /** No question looks at more than this. */
    public static final Duration LONGEST = Duration.ofDays(31);

    public SlotQuery {
        resources = Set.copyOf(resources);
        visitTypes = Set.copyOf(visitTypes);
        if (window.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Slots of " + window.length().toDays() + " days.\nMaybe the caller forgot to cut the window.");
        }
    }
}
