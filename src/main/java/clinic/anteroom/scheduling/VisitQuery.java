package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Looks for visits; everything that is given must fit.
 *
 * @param id         or null
 * @param patientId  or null
 * @param resourceId somebody or something in it, or null
 * @param from       it starts then or later, or null
 * @param until      it starts earlier, or null
 * @param statuses   one of these; empty for any
 * @param visitType  or null
 * @param offset     how many to pass over, 0 or more
 * @param atMost     length of the page, 0 to 1000
 */
public record VisitQuery(UUID id, UUID patientId, UUID resourceId, Instant from, Instant until, Set<AppointmentStatus> statuses,
                         String visitType, int offset, int atMost) {

    public VisitQuery {
        statuses = Set.copyOf(statuses);
    }

    /** Exactly one visit. */
    public static VisitQuery of(UUID id) {
        return new VisitQuery(id, null, null, null, null, Set.of(), null, 0, 1);
    }

    /** Every visit of one patient. */
    public static VisitQuery ofPatient(UUID patientId) {
        return new VisitQuery(null, patientId, null, null, null, Set.of(), null, 0, 200);
    }

    /** Whether it names neither a visit, a patient, somebody in it, nor a beginning and an end: that would be everything. */
    public boolean isUnbounded() {
        return id == null && patientId == null && (from == null || until == null);
    }
}
