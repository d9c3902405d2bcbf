package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.Language;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything clinical that patients read is there in French, says the same numbers and sides, and says that it is a draft. */
class FrenchDocumentsTest {

    /** Words that both languages share. */
    private static final Set<String> THE_SAME = Set.of("cm", "kg", "Lithium", "Cannabis", "Cancer", "COVID", "Parkinson");
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)?");

    /** A document in French: what it is called here, and its text. */
    record French(String name, JsonObject document) {

        Map<String, JsonObject> texts() {
            return document.getJsonObject("texts").entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asJsonObject()));
        }


        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<French> all() {
        return Stream.concat(Stream.of(french("intake/consent/send.v1.fr.json")), TestDocuments.ALL.stream().map(TestDocuments.Pair::name)
                .flatMap(name -> Stream.of("intake/questionnaires/" + name + ".v1.fr.json", "triage/rules/" + name + ".fr.json",
                        "triage/advice/" + name + ".v1.fr.json"))
                .filter(file -> FrenchDocumentsTest.class.getResource("/clinic/anteroom/" + file.replace(".fr.json", ".json")) != null
                        || file.startsWith("triage/rules")).map(FrenchDocumentsTest::french));
    }

    static Stream<TestDocuments.Pair> complaints() {
        return TestDocuments.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysThatItIsADraft(French french) {
        assertThat(french.document().getString("status")).isEqualTo("draft, to be reviewed");
        assertThat(french.document().getString("language")).isEqualTo("fr-CA");
        assertThat(french.document().getString("version")).matches("[1-9]\\d*");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTranslatedAndSetAsInQuebec(French french) {
        french.texts().forEach((key, text) -> {
            String words = text.getString("fr");
            assertThat(words).as(key).isNotBlank().doesNotContain("'", " :", "« ", " »", " ?", " !", " ;").doesNotContainPattern("[^\\u00a0]:");
            assertThat(words.equals(text.getString("en"))).as("%s is the same in both", key).isEqualTo(THE_SAME.contains(words));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesTheSameNumbers(French french) {
        french.texts().forEach((key, text) -> assertThat(numbers(text.getString("fr"))).as("%s: %s", key, text).isEqualTo(numbers(text.getString("en"))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesTheSameSides(French french) {
        french.texts().forEach((key, text) -> {
            String english = text.getString("en").toLowerCase(java.util.Locale.ROOT).replaceAll("right (away|after|now)", "").replaceAll("left out", "");
            String words = text.getString("fr").toLowerCase(java.util.Locale.ROOT);
            if (Pattern.compile("\\bleft\\b").matcher(english).find()) {
                assertThat(words).as(key).contains("gauche");
            } else {
                assertThat(words).as(key).doesNotContain("gauche");
            }
            if (Pattern.compile("\\bright\\b").matcher(english).find() && key.matches(".*(#.*(_R|RIGHT)|WHERE.*)")) {
                assertThat(words).as(key).containsPattern("droit");
            }
            if (key.matches(".*#(.*_L|LEFT)")) {
                assertThat(words).as(key).doesNotContain("droit");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void notSureAndNoneReadTheSameEverywhere(TestDocuments.Pair about) {
        french("intake/questionnaires/" + about.name() + ".v1.fr.json").texts().forEach((key, text) -> {
            switch (text.getString("en")) {
                case "I am not sure" -> assertThat(text.getString("fr")).as(key).isEqualTo("Je ne sais pas");
                case "None of these" -> assertThat(text.getString("fr")).as(key).isEqualTo("Rien de tout cela");
                case "No" -> assertThat(text.getString("fr")).as(key).isEqualTo("Non");
                case "Yes" -> assertThat(text.getString("fr")).as(key).isEqualTo("Oui");
                default -> assertThat(text.getString("fr")).as(key).isNotIn("Je ne sais pas", "Rien de tout cela", "Non", "Oui");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void everyQuestionOptionAndHintIsThere(TestDocuments.Pair about) {
        assertThat(Questionnaires.shipped().get(about.questionnaire().canonical(), Language.FRENCH).language()).isEqualTo(Language.FRENCH);
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void everyRuleThatSpeaksToPatientsSpeaksFrench(TestDocuments.Pair about) {
        Map<String, JsonObject> texts = french("triage/rules/" + about.name() + ".fr.json").texts();
        Map<String, String> english = about.ruleSet().rules().stream().filter(rule -> rule.patient().containsKey("en"))
                .collect(Collectors.toMap(Rule::id, rule -> rule.patient().get("en")));
        assertThat(texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getString("en")))).isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void frenchNamesNoDiseaseThatEnglishMayNotName(TestDocuments.Pair about) {
        French french = french("triage/rules/" + about.name() + ".fr.json");
        List<String> never = strings(french.document(), "patientNeverReads");
        Map<String, JsonObject> texts = french.texts();
        about.ruleSet().rules().stream().filter(rule -> texts.containsKey(rule.id())).forEach(rule -> {
            List<String> may = french.document().getJsonObject("patientMayRead").containsKey(rule.id())
                    ? strings(french.document().getJsonObject("patientMayRead"), rule.id()) : List.of();
            assertThat(may.isEmpty() || !rule.patientMayRead().isEmpty()).as("%s may name in French what it may not in English", rule.id()).isTrue();
            assertThat(never.stream().filter(disease -> !may.contains(disease)).filter(disease ->
                    new Phrases(List.of(disease)).in(texts.get(rule.id()).getString("fr")))).as(rule.id()).isEmpty();
        });
    }

    private static Map<String, Long> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).map(number -> number.replace(',', '.'))
                .collect(Collectors.groupingBy(number -> number, TreeMap::new, Collectors.counting()));
    }

    private static List<String> strings(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    private static French french(String file) {
        try (JsonReader reader = Json.createReader(new StringReader(TestDocuments.text("/clinic/anteroom/" + file)))) {
            return new French(file, reader.readObject());
        }
    }
}
