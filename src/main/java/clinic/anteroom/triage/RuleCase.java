package clinic.anteroom.triage;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One test case of a rule set.
 *
 * @param rule        the rule it is about
 * @param is          what that rule comes to
 * @param why         what is special about this form
 * @param date        the day of submission
 * @param answers     with the safety questions put
 * @param urgency     expected
 * @param urgencyRules expected: the rules that set it; null where a case does not say
 * @param flags       expected: test, part and strength with a space between
 * @param analytes    expected: what is measured in blood, with a question mark what is only considered; null where a case
 *                    does not say
 * @param specialties expected
 */
record RuleCase(String rule, Truth is, String why, LocalDate date, Answers answers, Urgency urgency,
        List<String> urgencyRules, List<String> flags, List<String> analytes, List<String> specialties) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * Reads a line of a case table.
     *
     * @throws RuntimeException if it is no case, or its answers do not fit the questionnaire
     */
    static RuleCase read(String line, Questionnaire questionnaire) {
        try (JsonReader reader = JSON.createReader(new StringReader(line))) {
            JsonObject row = reader.readObject();
            return new RuleCase(row.getString("rule"), Truth.valueOf(row.getString("is")), row.getString("why"),
                    LocalDate.parse(row.getString("date")),
                    Answers.parse(questionnaire, row.getJsonObject("answers").toString(), TestType.codes()),
                    Urgency.valueOf(row.getString("urgency")), orNull(row, "urgencyRules"), texts(row, "flags"),
                    orNull(row, "analytes"), texts(row, "specialties"));
        }
    }

    /** What does not come out as expected, each in words; empty if all does. */
    List<String> failures(RuleSet ruleSet) {
        List<String> failures = new ArrayList<>();
        Evaluation evaluation = Evaluator.evaluate(ruleSet, answers, date);
        expect(failures, "is " + rule, is, truth(evaluation));
        expect(failures, "urgency", urgency, evaluation.urgency());
        if (urgencyRules != null) {
            expect(failures, "urgencyRules", urgencyRules, evaluation.urgencyRules());
        }
        if (analytes != null) {
            expect(failures, "analytes", analytes, analytes(evaluation));
        }
        expect(failures, "flags", flags, flags(evaluation));
        expect(failures, "specialties", specialties, evaluation.specialties());
        return failures;
    }

    private void expect(List<String> failures, String what, Object expected, Object came) {
        if (!expected.equals(came)) {
            failures.add(rule + " " + why + ": " + what + " expected " + expected + ", came " + came);
        }
    }

    private Truth truth(Evaluation evaluation) {
        return evaluation.verdicts().stream().filter(verdict -> verdict.rule().equals(rule)).map(verdict -> verdict.truth())
                .findFirst().orElse(Truth.FALSE);
    }

    /** The flags of an evaluation as a case names them. */
    static List<String> flags(Evaluation evaluation) {
        return evaluation.flags().stream().map(flag -> (flag.test() + " " + flag.bodyPart()).strip() + " " + flag.strength()).toList();
    }

    private static List<String> analytes(Evaluation evaluation) {
        return evaluation.flags().stream().filter(flag -> flag.test().equals("BLOOD")).flatMap(flag ->
                Stream.concat(flag.analytes().stream(), flag.alsoConsider().stream().map(one -> one + "?"))).toList();
    }

    private static List<String> orNull(JsonObject row, String key) {
        return row.containsKey(key) ? texts(row, key) : null;
    }

    private static List<String> texts(JsonObject row, String key) {
        return row.getJsonArray(key).getValuesAs(JsonString::getString);
    }
}
