package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnaireFaultsTest {

    private static final String SOUND = """
            {"resourceType": "Questionnaire", "url": "https://a.example/q/cough", "version": "2", "title": "Cough",
             "description": "A cough.", "item": [
              {"linkId": "p1", "text": "Cough", "type": "group", "item": [
                {"linkId": "Q1", "text": "Do you cough?", "type": "boolean"},
                {"linkId": "Q2", "text": "How often?", "type": "integer"}]},
              {"linkId": "p2", "text": "More", "type": "group",
               "enableWhen": [{"question": "Q1", "operator": "=", "answerBoolean": true}], "item": [
                {"linkId": "Q3", "text": "When?", "type": "choice",
                 "enableWhen": [{"question": "Q2", "operator": ">=", "answerInteger": 3}],
                 "answerOption": [{"valueCoding": {"code": "DAY", "display": "By day"}}]}]}]}
            """;

    @Test
    void soundDocumentIsRead() {
        Questionnaire cough = Questionnaire.parse(SOUND);
        assertThat(cough.canonical()).isEqualTo("https://a.example/q/cough|2");
        assertThat(cough.get("Q3").enableWhen().linkIds()).containsExactly("Q1", "Q2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"resourceType\": \"Questionnaire\" | \"resourceType\": \"Patient\"                    | is a Patient",
        "\"version\": \"2\",                 | `                                              ` | no version",
        "\"type\": \"boolean\"               | \"type\": \"quantity\"                         | \"quantity\"",
        "\"linkId\": \"Q2\"                  | \"linkId\": \"Q1\"                             | \"Q1\"",
        "\"question\": \"Q2\"                | \"question\": \"Q9\"                           | Q9",
        "\"operator\": \">=\"                | \"operator\": \"!=\"                           | !=",
        "\"answerBoolean\": true             | \"answerCoding\": {\"code\": \"YES\"}          | YES",
        "\"question\": \"Q2\"                | \"question\": \"Q3\"                           | Q3",
        "\"answerOption\":                   | \"answerValueSet\":                            | answerValueSet",
        "\"Do you cough?\"                   | \"\"                                           | Q1 has no text",
        "\"How often?\",                     | \"How often?\", \"readOnly\": true,            | readOnly",
        "\"linkId\": \"p2\", \"text\": \"More\", | \"linkId\": \"p2\",                       | p2",
        "]}]}                                | ]}                                             | JSON",
    })
    void everyFaultIsNamedWithAGuessAtItsCause(String sound, String faulty, String named) {
        String document = SOUND.replace(sound.strip(), faulty.strip());
        assertThat(document).isNotEqualTo(SOUND);
        assertThatIllegalArgumentException().isThrownBy(() -> Questionnaire.parse(document))
                .withMessageContaining(named.strip()).withMessageContaining("\nMaybe ");
    }

    @Test
    void questionsThatWaitForEachOtherAreRefused() {
        String document = SOUND.replace("\"type\": \"boolean\"", """
                "type": "boolean",
                "enableWhen": [{"question": "Q3", "operator": "=", "answerCoding": {"code": "DAY"}}]""");
        assertThatIllegalArgumentException().isThrownBy(() -> Questionnaire.parse(document)).withMessageContaining("waits for itself");
    }
}
