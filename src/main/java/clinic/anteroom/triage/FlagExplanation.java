package clinic.anteroom.triage;

import java.util.List;
import java.util.UUID;

/**
 * What is behind a flag and what would take it away.
 *
 * @param flagId   the flag
 * @param rules    its rules with all their conditions
 * @param toRemove the smallest changes of answers that would remove it, at most three; empty if none was found
 */
public record FlagExplanation(UUID flagId, List<TracedRule> rules, List<OtherAnswer> toRemove) {
}
