package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks whether a visit could begin somewhere, before anybody drops or books it there.
 *
 * @param visit     a visit that would be moved there, or null for a new one
 * @param visitType kind of a new visit; null for a move
 * @param patientId patient of a new visit; null while nobody is chosen, or for a move
 * @param resource  somebody or something that must be in it; never null
 * @param at        when {@code resource} would begin with it; never null
 * @param phase     the phase that would begin then, or 0 for the first in which the resource is needed
 * @param needs     what makes a new visit longer; never null
 * @param overbook  whether seats for deliberate overbooking count
 */
public record TryVisit(UUID visit, String visitType, UUID patientId, UUID resource, Instant at, int phase, VisitNeeds needs, boolean overbook) {

    /** A move of the bar of one phase. */
    public static TryVisit moving(UUID visit, UUID resource, Instant at, int phase) {
        return new TryVisit(visit, null, null, resource, at, phase, VisitNeeds.PLAIN, false);
    }

    /** A new visit; {@code patientId} may be null. */
    public static TryVisit booking(String visitType, UUID patientId, UUID resource, Instant at, VisitNeeds needs, boolean overbook) {
        return new TryVisit(null, visitType, patientId, resource, at, 0, needs, overbook);
    }
}
