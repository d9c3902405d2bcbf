package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns what a page posted into a plan, or refuses: nothing in it is trusted. Whether somebody is busy is not asked
 * here; that answer could be old by the time the rows are written, so the database gives it.
 */
final class PlanCheck {

    private static final int GRAIN_SECONDS = 5 * 60;

    private final VisitType visit;
    private final Availability availability;

    PlanCheck(VisitType visit, Availability availability) {
        this.visit = visit;
        this.availability = availability;
    }

    /** The plan; refuses a start before {@code earliest} or between two times, a wrong cast, and closed hours. */
    Plan plan(Instant start, Map<String, UUID> chosen, Instant earliest) {
        if (start.isBefore(earliest)) {
            throw VisitNotPossible.inThePast();
        }
        if (start.getNano() != 0 || start.getEpochSecond() % GRAIN_SECONDS != 0) {
            throw VisitNotPossible.offTheGrid();
        }
        if (chosen.size() != visit.parts().size()) {
            throw VisitNotPossible.miscast();
        }
        Map<String, List<TimeRange>> stretches = visit.stretches(start);
        Map<String, Lane> cast = new HashMap<>();
        List<Resource> together = new ArrayList<>();
        for (VisitType.Part part : visit.parts()) {
            Resource resource = playing(part, chosen.get(part.key()), together);
            refuseClosed(resource, stretches.get(part.key()));
            cast.put(part.key(), freeSeat(resource, stretches.get(part.key())));
            together.add(resource);
        }
        return new Plan(visit, start, cast);
    }

    private Resource playing(VisitType.Part part, UUID resourceId, List<Resource> together) {
        Resource resource = resourceId == null ? null : availability.find(resourceId).orElse(null);
        boolean fits = resource != null && resource.can(part.capability())
                && together.stream().allMatch(other -> !other.id().equals(resource.id()) && other.goesWith(resource));
        if (!fits) {
            throw VisitNotPossible.miscast();
        }
        return resource;
    }

    private void refuseClosed(Resource resource, List<TimeRange> stretches) {
        if (!stretches.stream().allMatch(stretch -> availability.isOpen(resource.id(), stretch))) {
            throw VisitNotPossible.closed(resource.name());
        }
    }

    private Lane freeSeat(Resource resource, List<TimeRange> stretches) {
        return availability.lanes(resource)
                .filter(lane -> stretches.stream().allMatch(stretch -> availability.isFree(lane, stretch)))
                .findFirst()
                .orElse(new Lane(resource.id(), 1));
    }
}
