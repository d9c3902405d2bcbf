package clinic.anteroom.triage;

import java.time.Instant;

/**
 * A rule that somebody switched off.
 *
 * @param rule   for example {@code TW-S01}
 * @param offBy  account
 * @param offAt  when
 * @param reason why
 */
public record RuleSwitch(String rule, String offBy, Instant offAt, String reason) {
}
