package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which timetables a search means. A schedule has the id of its only actor, so both ways of asking name the same thing. */
final class AskedSchedules {

    private AskedSchedules() {
    }

    /** Those that fit every {@code schedule} and {@code schedule.actor} parameter; each may name several. */
    static Set<UUID> of(ReferenceAndListParam asked) {
        Set<UUID> fitting = null;
        for (ReferenceOrListParam any : asked.getValuesAsQueryTokens()) {
            Set<UUID> named = any.getValuesAsQueryTokens().stream().map(reference -> id(reference))
                    .collect(Collectors.toSet());
            if (fitting == null) {
                fitting = new HashSet<>(named);
            } else {
                fitting.retainAll(named);
            }
        }
        return fitting == null ? Set.of() : fitting;
    }

    /** In a chain HAPI leaves the type in front of the id. */
    private static UUID id(ReferenceParam reference) {
        return Asked.id(reference.getIdPart().substring(reference.getIdPart().lastIndexOf('/') + 1)).orElse(Asked.NOBODY);
    }
}
