package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * Something to mind before a test.
 *
 * @param rule  rule id
 * @param tests the flagged tests it goes with, sorted; empty if it goes with the advice for home
 * @param hold  whether the flag is on hold until safety questions are answered: an unknown is never treated as safe
 */
public record Warning(String rule, List<String> tests, boolean hold) {
}
