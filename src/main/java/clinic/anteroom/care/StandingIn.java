package clinic.anteroom.care;

import java.time.Instant;

/**
 * Somebody who stands in for a doctor who is away.
 *
 * @param doctor  account of who is away
 * @param standIn account of who stands in
 * @param until   when the doctor comes back
 */
public record StandingIn(String doctor, String standIn, Instant until) {
}
