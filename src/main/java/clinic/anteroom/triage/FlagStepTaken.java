package clinic.anteroom.triage;

import java.time.Instant;

/**
 * One step in the life of a flag.
 *
 * @param step   what happened
 * @param at     when
 * @param owner  the account that did it; {@code rules} or {@code patient} where nobody was signed in
 * @param detail a reason code, a time, what was changed; null if there is nothing to add
 */
public record FlagStepTaken(FlagStep step, Instant at, String owner, String detail) {
}
