package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        for (String words : List.of("Since this morning I have CHEST PAIN.", "Depuis ce matin j\u2019ai une DOULEUR \u00c0 LA POITRINE.")) {
            compare(calm, evaluate(about, form, text, words), text, form);
        }
    }

    private static void compare(Evaluation calm, Evaluation alarmed, Question text, Answers form) {
        assertThat(alarmed.urgency()).as("%s %s", text.linkId(), form.canonicalJson()).isLessThanOrEqualTo(calm.urgency()).isLessThanOrEqualTo(Urgency.URGENT);
        assertThat(alarmed.flags()).extracting(Flag::test).containsAll(calm.flags().stream().map(Flag::test).toList());
        assertThat(alarmed.emergencies()).isEqualTo(calm.emergencies());
        assertThat(alarmed.warnings().stream().map(Warning::rule)).containsAll(calm.warnings().stream().map(Warning::rule).toList());
        assertThat(alarmed.notes()).extracting(Note::rule).anyMatch(rule -> rule.endsWith("M8"));
        assertThat(alarmed.others()).contains("STAFF_CALL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"j\u2019ai mal \u00e0 la poitrine", "mal a la poitrine", "Je ne peux plus respirer", "pas capable de respirer", "sa bouche est de travers",
        "Elle a perdu connaissance", "je me suis \u00c9vanouie", "j'ai envie de mourir", "pens\u00e9es suicidaires", "Je veux mettre fin \u00e0 mes jours", "une surdose",
        "je n\u2019arrive plus \u00e0 avaler", "il s\u2019\u00e9touffe", "incapable d\u2019uriner", "can't breathe"})
    void emergencyIsHeardInBothLanguages(String words) {
        assertThat(TestDocuments.ALL).allSatisfy(about -> assertThat(about.ruleSet().words().get("MENTIONS_EMERGENCY").in(words)).as(about.name()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rien de sp\u00e9cial, merci.", "Mon m\u00e9decin m\u2019a dit de marcher.", "La poitrine va bien.", "Je respire bien et j'avale bien."})
    void calmWordsAreNoEmergency(String words) {
        assertThat(TestDocuments.ALL).allSatisfy(about -> assertThat(about.ruleSet().words().get("MENTIONS_EMERGENCY").in(words)).as(about.name()).isFalse());
    }

    @Test
    void newListsKeepEveryWordOfTheOldOnes() {
        assertThat(TestDocuments.ALL).allSatisfy(about -> words(about.name() + ".v1").forEach((list, words) ->
                assertThat(words(about.name() + ".v2").get(list).asJsonArray()).as(list).containsAll(words.asJsonArray())));
    }

    private static JsonObject words(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(TestDocuments.text("/clinic/anteroom/triage/rules/" + document + ".json")))) {
            return reader.readObject().getJsonObject("words");
        }
    }

    private static Evaluation evaluate(TestDocuments.Pair about, Answers form, Question text, String words) {
        Map<String, Answer> given = new LinkedHashMap<>(form.asMap());
        given.put(text.linkId(), new Answer.Words(words));
        return Evaluator.evaluate(about.ruleSet(), Answers.of(about.questionnaire(), given, ALL), SomeAnswers.TODAY);
    }

    private static List<Answers> forms(TestDocuments.Pair about) {
        String cases = TestDocuments.text("/clinic/anteroom/triage/rules/" + about.name() + ".v2.cases.jsonl");
        return cases.lines().map(line -> {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                return Answers.parse(about.questionnaire(), reader.readObject().getJsonObject("answers").toString(), ALL);
            }
        }).toList();
    }
}
