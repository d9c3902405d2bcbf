package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.WhyNotEarlier;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds who or what stands in the way of a visit at one time. Pure. */
final class Blockers {

    private final VisitType visit;
    private final Timetables.Window window;
    private final Availability availability;

    Blockers(VisitType visit, Timetables.Window window) {
        this.visit = visit;
        this.window = window;
        this.availability = window.availability();
    }

    /**
     * Everybody and everything in the way.
     *
     * @param chosen the resource for a part's key; for a part that is missing here all who can play it are in the way, if
     *               none of them is free
     */
    List<Blocker> at(Instant start, UUID patientId, Map<String, UUID> chosen) {
        Map<String, List<TimeRange>> stretches = visit.stretches(start);
        List<Blocker> blockers = new ArrayList<>();
        for (VisitType.Part part : visit.parts()) {
            UUID wanted = chosen.get(part.key());
            Collection<Resource> candidates = wanted == null ? availability.playing(part.capability())
                    : availability.find(wanted).stream().toList();
            if (candidates.stream().noneMatch(resource -> isFree(resource, stretches.get(part.key())))) {
                candidates.forEach(resource -> blockers.add(blocker(part.label(), resource, stretches.get(part.key()))));
            }
        }
        Resource patient = availability.get(patientId);
        List<TimeRange> whole = List.of(TimeRange.startingAt(start, visit.length()));
        if (!isFree(patient, whole)) {
            blockers.add(blocker(WhyNotEarlier.PATIENT, patient, whole));
        }
        return blockers;
    }

    private boolean isFree(Resource resource, List<TimeRange> stretches) {
        return resource.lanes().anyMatch(lane -> stretches.stream().allMatch(stretch -> availability.isFree(lane, stretch)));
    }

    private Blocker blocker(String part, Resource resource, List<TimeRange> stretches) {
        List<TimeRange> taken = resource.lanes().flatMap(lane -> taken(lane, stretches)).distinct().sorted().toList();
        return new Blocker(part, resource.id(), resource.kind(), resource.name(), taken);
    }

    private Stream<TimeRange> taken(Lane lane, List<TimeRange> stretches) {
        return stretches.stream().flatMap(stretch -> window.taken(lane, stretch).stream());
    }
}
