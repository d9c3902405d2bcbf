package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command without server and database. */
class TriageCommandTest {

    private static final String MAN = line("man", SomeAnswers.manOf58().answers().canonicalJson());

    @Test
    void aLineOfAnswersBecomesALineOfTriage() throws IOException {
        JsonObject out = read(run(MAN).get(0));
        assertThat(out.keySet()).containsExactly("id", "urgency", "dueDays", "flags", "specialties", "warnings", "rules", "unknown",
                "ruleSet", "hash");
        assertThat(out.getString("id")).isEqualTo("man");
        assertThat(out.getString("urgency")).isEqualTo("SOON");
        assertThat(out.getInt("dueDays")).isEqualTo(14);
        assertThat(out.getJsonArray("rules").toString()).contains("TW-S01");
        assertThat(out.getJsonArray("specialties").toString()).isEqualTo("[\"NEUROLOGY\"]");
        assertThat(out.getString("ruleSet")).isEqualTo("muscle-twitching|2");
        assertThat(out.getString("hash")).isEqualTo(TestDocuments.ruleSet().heading().sha256());
    }

    @Test
    void everyShippedCaseIsGreen() throws IOException {
        for (TestDocuments.Pair about : TestDocuments.ALL) {
            List<JsonObject> cases = RuleSets.cases(about.name(), about.ruleSet().heading().version()).stream().map(TriageCommandTest::read).toList();
            List<String> out = run(cases.stream().map(row -> line(about.name(), row.getString("why").replace('"', ' '),
                    row.getJsonObject("answers").toString())).toArray(String[]::new));
            for (int i = 0; i < cases.size(); i++) {
                JsonObject row = cases.get(i);
                JsonObject came = read(out.get(i));
                assertThat(came.getString("urgency")).as("%s", row).isEqualTo(row.getString("urgency"));
                assertThat(came.getJsonArray("specialties")).isEqualTo(row.getJsonArray("specialties"));
                assertThat(came.getJsonArray("rules").toString().contains("\"" + row.getString("rule") + "\"")).as("%s", row)
                        .isEqualTo(row.getString("is").equals("TRUE"));
            }
        }
    }

    @Test
    void nothingIsDueAtHome() throws IOException {
        JsonObject out = read(run(line("home", SomeAnswers.harmless().answers().canonicalJson())).get(0));
        assertThat(out.getString("urgency")).isEqualTo("SELF_CARE");
        assertThat(out.isNull("dueDays")).isTrue();
    }

    @Test
    void aFaultIsNamedAndTheOthersGoOn() throws IOException {
        List<String> out = run(line("a", "{\"TW-Q999\":1,\"TW-Q18.NO_SUCH\":true}"), "", line("b", "{\"TW-Q05\":[\"LEFT_EAR\"]}"),
                line("c", "{\"TW-Q02\":\"old\"}"), line("d", "{\"TW-Q02\":580}"), "nonsense", "{\"id\":\"e\",\"complaint\":\"love\",\"date\":\"2026-11-23\",\"answers\":{}}",
                "{\"id\":\"f\",\"complaint\":\"muscle-twitching\",\"date\":\"today\",\"answers\":{}}", "[]", MAN);
        assertThat(out).hasSize(9);
        assertThat(read(out.get(0)).getString("error")).contains("TW-Q999", "TW-Q18.NO_SUCH");
        assertThat(read(out.get(1)).getString("error")).contains("TW-Q05 LEFT_EAR");
        assertThat(read(out.get(2)).getString("error")).contains("TW-Q02");
        assertThat(read(out.get(3)).getString("error")).contains("TW-Q02", "120");
        assertThat(read(out.get(4)).isNull("id")).isTrue();
        assertThat(read(out.get(5)).getString("error")).contains("love");
        assertThat(read(out.get(6)).getString("error")).contains("today");
        assertThat(out.subList(0, 8)).allMatch(line -> read(line).containsKey("error"));
        assertThat(read(out.get(8)).getString("urgency")).isEqualTo("SOON");
    }

    @Test
    void theSameLineGivesTheSameBytes() throws IOException {
        assertThat(run(MAN)).isEqualTo(run(MAN));
    }

    @Test
    void unknownArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TriageCommand.main("--input=x")).withMessageContaining("--input=x");
    }

    @Test
    void aProcessOfItsOwnNeedsNoServer(@TempDir Path folder) throws Exception {
        Path in = Files.writeString(folder.resolve("in.jsonl"), MAN + "\n" + line("a", "{\"TW-Q999\":1}") + "\n");
        Path out = folder.resolve("out.jsonl");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), TriageCommand.class.getName()).redirectInput(in.toFile())
                .redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(2).first().asString().contains("\"urgency\":\"SOON\"");
    }

    private static String line(String id, String answers) {
        return line("muscle-twitching", id, answers);
    }

    private static String line(String complaint, String id, String answers) {
        return "{\"id\":\"" + id + "\",\"complaint\":\"" + complaint + "\",\"date\":\"2026-11-23\",\"answers\":" + answers + "}";
    }

    private static List<String> run(String... lines) throws IOException {
        StringWriter out = new StringWriter();
        TriageCommand.run(new StringReader(String.join("\n", lines)), out);
        return out.toString().lines().toList();
    }

    private static JsonObject read(String line) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
            return json.readObject();
        }
    }
}
