package clinic.anteroom.scheduling;

import java.time.Instant;

/**
 * The desk made a phase longer or shorter.
 *
 * @param phase   its place, from 1
 * @param minutes more than its kind takes; negative for less, 0 for as its kind again
 * @param by      name of the account; never null
 * @param at      never null
 */
public record LengthChange(int phase, int minutes, String by, Instant at) {
}
