package clinic.anteroom.triage.rules;

import java.time.LocalDate;

/**
 * What an evaluation rests on; the same basis gives the same evaluation, byte for byte.
 *
 * @param ruleSet          {@code name|version}; null, like hash and status, if there was none to use
 * @param ruleSetSha256    hash of the rule document
 * @param status           whether a clinician has signed the document, in its own words
 * @param questionnaire    {@code url|version}
 * @param answersSha256    hash of the canonical answers
 * @param asOf             the day ages and durations are reckoned from
 * @param evaluatorVersion version of the evaluator
 */
public record Basis(String ruleSet, String ruleSetSha256, String status, String questionnaire, String answersSha256,
        LocalDate asOf, String evaluatorVersion) {
}
