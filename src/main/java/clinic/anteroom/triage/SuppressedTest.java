package clinic.anteroom.triage;

/**
 * A test that was proposed and taken away again, so that nobody is tested for nothing.
 *
 * @param test     which test
 * @param bodyPart which part; empty if it needs none
 * @param by       the rule that took it away
 */
public record SuppressedTest(String test, String bodyPart, FlagReason by) {
}
