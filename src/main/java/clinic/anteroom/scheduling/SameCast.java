package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says who of a booked visit plays which part, so that it can be changed without changing anybody. Pure. */
final class SameCast {

    private final List<VisitType.Part> parts;
    private final Map<String, List<Resource>> couldPlay = new HashMap<>();
    private final Map<String, UUID> chosen = new HashMap<>();

    private SameCast(VisitType visit, Booked booked, List<Resource> resources) {
        parts = List.copyOf(visit.parts());
        for (VisitType.Part part : parts) {
            couldPlay.put(part.key(), resources.stream().filter(one -> one.can(part.capability()) && isInEach(part, visit, booked, one.id())).toList());
        }
    }

    /** The id of the resource for each part's key; refuses if somebody does not do this any more. */
    static Map<String, UUID> of(VisitType visit, Booked booked, List<Resource> resources) {
        SameCast cast = new SameCast(visit, booked, resources);
        if (!cast.assign(0)) {
            throw VisitNotPossible.miscast();
        }
        return Map.copyOf(cast.chosen);
    }

    private static boolean isInEach(VisitType.Part part, VisitType visit, Booked booked, UUID resource) {
        return visit.phases().stream().filter(phase -> phase.parts().stream().anyMatch(one -> one.key().equals(part.key())))
                .allMatch(phase -> booked.phases().stream().anyMatch(is -> is.ordinal() == phase.ordinal()
                        && is.with().stream().anyMatch(with -> with.resourceId().equals(resource))));
    }

    private boolean assign(int index) {
        if (index == parts.size()) {
            return true;
        }
        String key = parts.get(index).key();
        for (Resource resource : couldPlay.get(key)) {
            if (!chosen.containsValue(resource.id())) {
                chosen.put(key, resource.id());
                if (assign(index + 1)) {
                    return true;
                }
                chosen.remove(key);
            }
        }
        return false;
    }
}
