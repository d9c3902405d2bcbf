package clinic.anteroom.triage.rules;

/**
 * A flag that was taken away again. Urgency stays as it was.
 *
 * @param flag what was proposed
 * @param by   id of the rule that took it away
 */
public record Suppressed(Flag flag, String by) {
}
