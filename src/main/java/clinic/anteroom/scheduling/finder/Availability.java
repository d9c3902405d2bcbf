package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who and what is free when, in one window of time. Immutable. */
public final class Availability {

    private final Map<UUID, Resource> resources = new HashMap<>();
    private final Map<UUID, Timeline> open = new HashMap<>();
    private final Map<Lane, Timeline> free = new HashMap<>();
    private final Map<Lane, Timeline> taken = new HashMap<>();
    private final Map<UUID, List<Lane>> extra = new HashMap<>();

    /**
     * @param resources everybody and everything that could be asked for
     * @param open      when each resource works, absences taken off; a resource that is missing here is closed
     * @param busy      what is taken already, for each lane
     */
    public Availability(Collection<Resource> resources, Map<UUID, Timeline> open, Map<Lane, List<TimeRange>> busy) {
        this(resources, open, busy, Map.of());
    }

    /**
     * The same with seats for deliberate overbooking.
     *
     * @param beyond seats beyond the own ones of a resource, and when each may be used
     */
    public Availability(Collection<Resource> resources, Map<UUID, Timeline> open, Map<Lane, List<TimeRange>> busy,
                        Map<Lane, Timeline> beyond) {
        Timeline closed = Timeline.of(List.of());
        for (Resource resource : resources) {
            this.resources.put(resource.id(), resource);
            this.open.put(resource.id(), open.getOrDefault(resource.id(), closed));
            resource.lanes().forEach(lane -> addLane(lane, this.open.get(resource.id()), busy.getOrDefault(lane, List.of())));
        }
        beyond.keySet().stream().sorted().filter(lane -> this.resources.containsKey(lane.resourceId())).forEach(lane -> {
            addLane(lane, beyond.get(lane), busy.getOrDefault(lane, List.of()));
            extra.computeIfAbsent(lane.resourceId(), id -> new ArrayList<>()).add(lane);
        });
    }

    private void addLane(Lane lane, Timeline hours, List<TimeRange> busy) {
        taken.put(lane, Timeline.of(busy));
        free.put(lane, hours.minus(taken.get(lane)));
    }

    /** The seats of a resource: its own, then those for overbooking, if this search may use them. */
    public Stream<Lane> lanes(Resource resource) {
        return Stream.concat(resource.lanes(), extra.getOrDefault(resource.id(), List.of()).stream());
    }

    /** Whether the lane works and has nothing else to do in the whole range. */
    public boolean isFree(Lane lane, TimeRange range) {
        return free.containsKey(lane) && free.get(lane).covers(range);
    }

    /**
     * The starts from which the lane has nothing else to do, in one walk along its time.
     *
     * @param grid   in order
     * @param before how long before the start it is needed already
     * @param needed from then on; more than zero
     */
    public List<Instant> starts(Lane lane, List<Instant> grid, Duration before, Duration needed) {
        List<Instant> begins = before.isZero() ? grid : grid.stream().map(start -> start.minus(before)).toList();
        List<Instant> found = free.containsKey(lane) ? free.get(lane).starts(begins, needed) : List.of();
        return before.isZero() ? found : found.stream().map(begin -> begin.plus(before)).toList();
    }

    /** Whether the resource works in the whole range, busy or not. */
    public boolean isOpen(UUID resourceId, TimeRange range) {
        return open.containsKey(resourceId) && open.get(resourceId).covers(range);
    }

    /** How much of the window is booked already. */
    public Duration load(UUID resourceId) {
        return get(resourceId).lanes().map(lane -> taken.get(lane).length()).reduce(Duration.ZERO, Duration::plus);
    }

    /** The dates on which the lane is booked already. */
    public Set<LocalDate> daysTaken(Lane lane, ZoneId zone) {
        return taken.get(lane).ranges().stream().map(range -> LocalDate.ofInstant(range.start(), zone)).collect(Collectors.toSet());
    }

    /** The resource, if it is one that could be asked for. */
    public Optional<Resource> find(UUID resourceId) {
        return Optional.ofNullable(resources.get(resourceId));
    }

    /** The resource; its id must come from this availability. */
    public Resource get(UUID resourceId) {
        return find(resourceId).orElseThrow(() -> new IllegalArgumentException("No resource " + resourceId
                + " here.\nMaybe it lost its last capability while the page was open."));
    }

    /** Everybody and everything that can play the part, in no order. */
    public Collection<Resource> playing(String capability) {
        return resources.values().stream().filter(resource -> resource.can(capability)).toList();
    }
}
