package clinic.anteroom.triage;

import java.util.List;

/**
 * What the doctor should know: open questions, contradictions, timing of a test.
 *
 * @param tests  the flagged tests it goes with; empty if it is about the form
 * @param reason the rule and the answers behind it
 */
public record CaseNote(List<String> tests, FlagReason reason) {
}
