package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * A test that a rule proposes.
 *
 * @param test     BLOOD, EMG, NCS, CT or MRI; never null
 * @param strength never null
 * @param bodyPart which part; empty if it needs none
 * @param analytes what is measured in blood; empty for other tests
 * @param onlyIf   proposed only while this is true; null for always
 */
public record Proposal(String test, Strength strength, String bodyPart, List<String> analytes, Expression onlyIf) {
}
