package clinic.anteroom.scheduling.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking that somebody should look at.
 *
 * @param kind     OUTSIDE the hours, OVERLAP in a seat for overbooking, or ORPHAN: its order, kind or people are gone
 * @param resource whose hours or seat it is about, or null
 */
public record OddBooking(String kind, UUID visitId, String patient, String visitName, Instant start, String resource) {
}
