package clinic.anteroom.scheduling.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A booked visit that somebody who goes away has a part in.
 *
 * @param visitId     never null
 * @param patientId   never null
 * @param patientName given and family name; never null
 * @param start       never null
 * @param end         never null
 * @param visitName   what this kind of visit is called; never null
 */
public record AffectedVisit(UUID visitId, UUID patientId, String patientName, Instant start, Instant end, String visitName) {
}
