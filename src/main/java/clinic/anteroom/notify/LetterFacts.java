package clinic.anteroom.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is true about a visit at the moment its letter is written.
 *
 * @param appointmentId never null
 * @param status        of the visit; never null
 * @param start         never null
 * @param end           never null
 * @param firstToTell   whether no other visit that belongs to it is told instead
 * @param together      the visit and those that belong to it and take place, in order; empty if it does not take place
 */
record LetterFacts(UUID appointmentId, String status, Instant start, Instant end, boolean firstToTell, List<When> together) {

    /** From when to when. */
    record When(Instant start, Instant end) {
    }

    boolean isBooked() {
        return status.equals("BOOKED");
    }
}
