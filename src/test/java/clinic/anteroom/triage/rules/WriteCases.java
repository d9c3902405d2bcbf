package clinic.anteroom.triage.rules;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the case table of a first version out in full, as it ships beside the rules. Run it by hand for a new version, read
 * every line that changed, and sign for it: {@code RuleCases} holds the rules to what stands there.
 */
final class WriteCases {

    private WriteCases() {
    }

    public static void main(String... folder) throws IOException {
        for (TestDocuments.Pair about : TestDocuments.ALL) {
            List<String> lines = RuleCasesTest.rows(about).map(row -> line(row, RuleCasesTest.form(row))).toList();
            Files.write(Path.of(folder[0]).resolve(about.name() + ".v" + about.ruleSet().heading().version() + ".cases.jsonl"), lines);
        }
    }

    private static String line(RuleCasesTest.Row row, SomeAnswers form) {
        Evaluation evaluation = form.evaluated();
        String answers = form.answersWhenFlagged("BLOOD", "EMG", "NCS", "CT", "MRI").canonicalJson();
        try (JsonReader reader = Json.createReader(new StringReader(answers))) {
            return Json.createObjectBuilder().add("rule", row.rule()).add("is", row.is()).add("why", row.line().getString("why"))
                    .add("date", SomeAnswers.TODAY.toString()).add("urgency", evaluation.urgency().name())
                    .add("urgencyRules", Json.createArrayBuilder(evaluation.urgencyRules()))
                    .add("flags", Json.createArrayBuilder(evaluation.flags().stream()
                            .map(flag -> (flag.test() + " " + flag.bodyPart()).strip() + " " + flag.strength()).toList()))
                    .add("analytes", Json.createArrayBuilder(evaluation.flags().stream().filter(flag -> flag.test().equals("BLOOD"))
                            .flatMap(flag -> Stream.concat(flag.analytes().stream(), flag.alsoConsider().stream().map(one -> one + "?"))).toList()))
                    .add("specialties", Json.createArrayBuilder(evaluation.specialties()))
                    .add("answers", reader.readObject()).build().toString();
        }
    }
}
