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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of cases: a form, a rule, and whether it flags, stays silent or cannot know. */
class RuleCasesTest {

    private static final List<JsonObject> CASES = TestDocuments.text("/clinic/anteroom/triage/cases/muscle-twitching.jsonl").lines()
            .map(RuleCasesTest::read).toList();

    @TestFactory
    Stream<DynamicTest> ruleSpeaksOrStaysSilent() {
        return CASES.stream().map(row -> DynamicTest.dynamicTest(
                row.getString("rule") + " " + row.getString("is") + ": " + row.getString("why"), () -> {
                    SomeAnswers form = form(row);
                    assertThat(form.truthOf(row.getString("rule"))).as("%s %s", row, form.answers().canonicalJson())
                            .isEqualTo(Truth.valueOf(row.getString("is")));
                }));
    }

    @Test
    void everyRuleHasACaseThatFlagsAndOneThatStaysSilent() {
        Map<String, Set<String>> truths = CASES.stream().collect(Collectors.groupingBy(row -> row.getString("rule"),
                Collectors.mapping(row -> row.getString("is"), Collectors.toSet())));
        assertThat(TestDocuments.ruleSet().rules()).allSatisfy(rule ->
                assertThat(truths.getOrDefault(rule.id(), Set.of())).as(rule.id()).contains("TRUE", "FALSE"));
        assertThat(TestDocuments.ruleSet().rules()).extracting(Rule::id).containsAll(truths.keySet());
    }

    /** The base with its changes; what they make the form ask is answered harmlessly, except where the case leaves it out. */
    private static SomeAnswers form(JsonObject row) {
        boolean complete = row.getString("base").equals("harmless");
        SomeAnswers form = complete ? SomeAnswers.harmless() : SomeAnswers.manOf58();
        row.getJsonObject("with").forEach((linkId, value) -> change(form, linkId, value));
        if (complete) {
            form.completed();
        }
        row.getJsonObject("with").forEach((linkId, value) -> change(form, linkId, value));
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
