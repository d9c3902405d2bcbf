package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * A test that rules propose together.
 *
 * @param test         BLOOD, EMG, NCS, CT or MRI
 * @param bodyPart     which part; empty if it needs none
 * @param analytes     what is measured at full strength, sorted; empty for other tests
 * @param alsoConsider what is measured only if the doctor agrees, sorted
 * @param strength     the strongest that a rule gives it
 * @param urgency      the most urgent of its rules
 * @param rules        ids of its rules, in the order they were judged
 */
public record Flag(String test, String bodyPart, List<String> analytes, List<String> alsoConsider, Strength strength,
        Urgency urgency, List<String> rules) {

    /** Whether this name means this flag. */
    boolean isNamed(CompiledRules.TestName name) {
        return test.equals(name.test())
                && (name.analyte() == null || analytes.contains(name.analyte()) || alsoConsider.contains(name.analyte()));
    }
}
