package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables of cases: a form, a rule, and whether it flags, stays silent or cannot know. */
class RuleCasesTest {

    /** One line of a table, with the harmless form its table begins with; null for muscle twitching, which has two in code. */
    record Row(TestDocuments.Pair about, JsonObject harmless, JsonObject line) {

        String rule() {
            return line.getString("rule");
        }

        String is() {
            return line.getString("is");
        }
    }

    @TestFactory
    Stream<DynamicTest> ruleSpeaksOrStaysSilent() {
        return TestDocuments.ALL.stream().flatMap(RuleCasesTest::rows).map(row -> DynamicTest.dynamicTest(
                row.about() + " " + row.rule() + " " + row.is() + ": " + row.line().getString("why"), () -> {
                    SomeAnswers form = form(row);
                    assertThat(form.truthOf(row.rule())).as("%s %s", row.line(), form.answers().canonicalJson())
                            .isEqualTo(Truth.valueOf(row.is()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHasACaseThatFlagsAndOneThatStaysSilent() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            Map<String, Set<String>> truths = rows(about).collect(Collectors.groupingBy(Row::rule,
                    Collectors.mapping(Row::is, Collectors.toSet())));
            assertThat(about.ruleSet().rules()).allSatisfy(rule ->
                    assertThat(truths.getOrDefault(rule.id(), Set.of())).as(rule.id()).contains("TRUE", "FALSE"));
            assertThat(about.ruleSet().rules()).extracting(Rule::id).containsAll(truths.keySet());
        }));
    }

    /** The harmless form a table begins with. */
    static SomeAnswers harmless(TestDocuments.Pair about) {
        return changed(SomeAnswers.about(about), rows(about).findFirst().orElseThrow().harmless()).completed();
    }

    static Stream<Row> rows(TestDocuments.Pair about) {
        List<JsonObject> lines = TestDocuments.text("/clinic/anteroom/triage/cases/" + about.name() + ".jsonl").lines()
                .map(RuleCasesTest::read).toList();
        JsonObject harmless = lines.get(0).getJsonObject("harmless");
        return lines.stream().filter(line -> line.containsKey("rule")).map(line -> new Row(about, harmless, line));
    }

    /** The base with its changes; what they make the form ask is answered harmlessly, except where the case leaves it out. */
    static SomeAnswers form(Row row) {
        boolean complete = row.line().getString("base").equals("harmless");
        SomeAnswers form = row.harmless() != null ? changed(SomeAnswers.about(row.about()), row.harmless())
                : complete ? SomeAnswers.harmless() : SomeAnswers.manOf58();
        changed(form, row.line().getJsonObject("with"));
        return changed(complete ? form.completed() : form, row.line().getJsonObject("with"));
    }

    private static SomeAnswers changed(SomeAnswers form, JsonObject answers) {
        answers.forEach((linkId, value) -> change(form, linkId, value));
        return form;
    }

    private static void change(SomeAnswers form, String linkId, JsonValue value) {
        if (value == JsonValue.NULL) {
            form.without(linkId);
        } else if (value instanceof JsonArray array) {
            form.with(linkId, array.stream().map(code -> ((JsonString) code).getString()).toArray());
        } else {
            form.with(linkId, value instanceof JsonString text ? text.getString() : value.toString());
        }
    }

    private static JsonObject read(String line) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
            return json.readObject();
        }
    }
}
