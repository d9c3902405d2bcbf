package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds somebody or something for each part of a visit: people the patient knows first, then whoever has least to do.
 * Of two that are alike the name decides, so that the same question has the same answer.
 */
final class Casting {

    private final VisitType visit;
    private final Availability availability;
    private final List<VisitType.Part> parts;
    private final Map<String, List<Lane>> candidates = new HashMap<>();

    Casting(Search search) {
        visit = search.visit();
        availability = search.availability();
        parts = List.copyOf(visit.parts());
        Map<UUID, Duration> loads = new HashMap<>();
        Comparator<Resource> order = Comparator
                .comparing((Resource resource) -> !search.known().contains(resource.id()))
                .thenComparing(resource -> loads.computeIfAbsent(resource.id(), availability::load))
                .thenComparing(Resource::name)
                .thenComparing(resource -> resource.id().toString());
        for (VisitType.Part part : parts) {
            candidates.put(part.key(), availability.playing(part.capability()).stream()
                    .filter(search.wishes()::allows).sorted(order).flatMap(availability::lanes).toList());
        }
        if (search.person() != null) {
            insistOn(search.person());
        }
    }

    /** The person plays the first part that is theirs; if there is none, the visit cannot be cast. */
    private void insistOn(UUID person) {
        for (VisitType.Part part : parts) {
            List<Lane> theirs = candidates.get(part.key()).stream().filter(lane -> lane.resourceId().equals(person)).toList();
            if (!theirs.isEmpty()) {
                candidates.put(part.key(), theirs);
                return;
            }
        }
        candidates.replaceAll((key, lanes) -> List.of());
    }

    /** One lane for each part, all free from {@code start} on; empty if the visit cannot begin then. */
    Optional<Map<String, Lane>> at(Instant start) {
        Map<String, List<TimeRange>> stretches = visit.stretches(start);
        Map<String, List<Lane>> free = new LinkedHashMap<>();
        for (VisitType.Part part : parts) {
            List<Lane> lanes = freeLanes(part, stretches.get(part.key()));
            if (lanes.isEmpty()) {
                return Optional.empty();
            }
            free.put(part.key(), lanes);
        }
        Map<String, Lane> chosen = new LinkedHashMap<>();
        return choose(0, free, chosen) ? Optional.of(chosen) : Optional.empty();
    }

    /** Whether anybody at all could play the part from {@code start} on, the other parts left aside. */
    boolean canPlay(VisitType.Part part, Instant start) {
        return !freeLanes(part, visit.stretches(start).get(part.key())).isEmpty();
    }

    private List<Lane> freeLanes(VisitType.Part part, List<TimeRange> stretches) {
        List<Lane> free = new ArrayList<>();
        for (Lane lane : candidates.get(part.key())) {
            if (stretches.stream().allMatch(stretch -> availability.isFree(lane, stretch))) {
                free.add(lane);
            }
        }
        return free;
    }

    private boolean choose(int index, Map<String, List<Lane>> free, Map<String, Lane> chosen) {
        if (index == parts.size()) {
            return true;
        }
        String key = parts.get(index).key();
        for (Lane lane : free.get(key)) {
            if (goesWithAll(lane, chosen.values())) {
                chosen.put(key, lane);
                if (choose(index + 1, free, chosen)) {
                    return true;
                }
                chosen.remove(key);
            }
        }
        return false;
    }

    private boolean goesWithAll(Lane lane, Collection<Lane> chosen) {
        Resource resource = availability.get(lane.resourceId());
        return chosen.stream().allMatch(other -> !other.resourceId().equals(lane.resourceId())
                && resource.goesWith(availability.get(other.resourceId())));
    }
}
