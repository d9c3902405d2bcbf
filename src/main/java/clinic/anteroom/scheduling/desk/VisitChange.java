package clinic.anteroom.scheduling.desk;

import java.time.Instant;

/**
 * Somebody changed a visit, or what is written on it.
 *
 * @param at      when; never null
 * @param by      who; never null
 * @param role    in which role; never null
 * @param created whether it was booked then
 */
public record VisitChange(Instant at, String by, String role, boolean created) {
}
