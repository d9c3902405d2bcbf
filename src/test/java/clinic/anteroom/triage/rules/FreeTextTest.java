package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** M8: emergency words in free text raise attention, and never lower anything. */
class FreeTextTest {

    private static final Set<String> ALL = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    @TestFactory
    Stream<DynamicTest> emergencyWordsRaiseAttentionAndLowerNothing() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            int asked = 0;
            for (Answers form : forms(about)) {
                for (Question text : form.questionnaire().questions()) {
                    if (text.type() == QuestionType.TEXT && form.asks(text.linkId())) {
                        compare(about, form, text);
                        asked++;
                    }
                }
            }
            assertThat(asked).as("text questions tried").isPositive();
        }));
    }

    private static void compare(TestDocuments.Pair about, Answers form, Question text) {
        Evaluation calm = evaluate(about, form, text, "Nothing much, thank you.");
        Evaluation alarmed = evaluate(about, form, text, "Since this morning I have CHEST PAIN.");
        assertThat(alarmed.urgency()).as("%s %s", text.linkId(), form.canonicalJson()).isLessThanOrEqualTo(calm.urgency()).isLessThanOrEqualTo(Urgency.URGENT);
        assertThat(alarmed.flags()).extracting(Flag::test).containsAll(calm.flags().stream().map(Flag::test).toList());
        assertThat(alarmed.emergencies()).isEqualTo(calm.emergencies());
        assertThat(alarmed.warnings().stream().map(Warning::rule)).containsAll(calm.warnings().stream().map(Warning::rule).toList());
        assertThat(alarmed.notes()).extracting(Note::rule).anyMatch(rule -> rule.endsWith("M8"));
        assertThat(alarmed.others()).contains("STAFF_CALL");
    }

    private static Evaluation evaluate(TestDocuments.Pair about, Answers form, Question text, String words) {
        Map<String, Answer> given = new LinkedHashMap<>(form.asMap());
        given.put(text.linkId(), new Answer.Words(words));
        return Evaluator.evaluate(about.ruleSet(), Answers.of(about.questionnaire(), given, ALL), SomeAnswers.TODAY);
    }

    private static List<Answers> forms(TestDocuments.Pair about) {
        String cases = TestDocuments.text("/clinic/anteroom/triage/rules/" + about.name() + ".v1.cases.jsonl");
        return cases.lines().map(line -> {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                return Answers.parse(about.questionnaire(), reader.readObject().getJsonObject("answers").toString(), ALL);
            }
        }).toList();
    }
}
