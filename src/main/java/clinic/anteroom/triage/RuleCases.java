package clinic.anteroom.triage;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.Truth;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The test cases of a rule set, one JSON object a line beside its document: {@code why}, {@code date}, {@code answers}, and
 * what is expected: {@code rule} and {@code is} (TRUE, FALSE, UNKNOWN), {@code urgency}, {@code flags} (test, part and
 * strength with a space between), {@code specialties}.
 */
final class RuleCases {

    private static final JsonProvider JSON = JsonProvider.provider();
    private RuleCases() {
    }

    /** The cases that fail, each with its reason; empty if all hold. */
    static List<String> failures(RuleSet ruleSet, Questionnaire questionnaire, List<String> cases) {
        List<String> failures = new ArrayList<>();
        for (String line : cases) {
            try (JsonReader reader = JSON.createReader(new StringReader(line))) {
                JsonObject row = reader.readObject();
                Answers answers = Answers.parse(questionnaire, row.getJsonObject("answers").toString(), TestType.codes());
                compare(row, Evaluator.evaluate(ruleSet, answers, LocalDate.parse(row.getString("date"))), failures);
            } catch (RuntimeException e) {
                failures.add(line.substring(0, Math.min(80, line.length())) + ": " + e.getMessage());
            }
        }
        return failures;
    }

    private static void compare(JsonObject row, Evaluation evaluation, List<String> failures) {
        String name = row.getString("rule") + " " + row.getString("why");
        expect(failures, name, "is " + row.getString("rule"), row.getString("is"), truth(evaluation, row.getString("rule")).name());
        expect(failures, name, "urgency", row.getString("urgency"), evaluation.urgency().name());
        expect(failures, name, "flags", texts(row, "flags"), flags(evaluation));
        expect(failures, name, "specialties", texts(row, "specialties"), evaluation.specialties());
    }

    private static void expect(List<String> failures, String name, String what, Object expected, Object came) {
        if (!expected.equals(came)) {
            failures.add(name + ": " + what + " expected " + expected + ", came " + came);
        }
    }

    static Truth truth(Evaluation evaluation, String rule) {
        return evaluation.findings().stream().filter(finding -> finding.rule().equals(rule)).map(finding -> finding.truth())
                .findFirst().orElse(Truth.FALSE);
    }

    static List<String> flags(Evaluation evaluation) {
        return evaluation.flags().stream().map(flag -> (flag.test() + " " + flag.bodyPart()).strip() + " " + flag.strength()).toList();
    }

    private static List<String> texts(JsonObject row, String key) {
        return row.getJsonArray(key).getValuesAs(JsonString::getString);
    }
}
