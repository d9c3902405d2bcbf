package clinic.anteroom.intake;

import java.time.Instant;

/**
 * What somebody said some days after the form.
 *
 * @param at     when; never null
 * @param course how it went; never null
 */
public record CheckIn(Instant at, Course course) {
}
