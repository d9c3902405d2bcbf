package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * Something the doctor should know: open questions, contradictions, timing of a test.
 *
 * @param rule  rule id
 * @param tests the flagged tests it goes with, sorted; empty if it is about the form as a whole
 */
public record Note(String rule, List<String> tests) {
}
