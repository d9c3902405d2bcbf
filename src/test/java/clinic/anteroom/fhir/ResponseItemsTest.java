package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class ResponseItemsTest {

    private static final String DOCUMENT = """
            {"resourceType": "Questionnaire", "url": "https://anteroom.clinic/questionnaires/every-type", "version": "1", "title": "Every type",
             "description": "One question of each type.",
             "status": "draft", "item": [{"linkId": "page.one", "text": "One", "type": "group", "item": [
               {"linkId": "A", "text": "Which?", "type": "choice", "repeats": true, "answerOption": [
                 {"valueCoding": {"code": "X", "display": "The X"}}, {"valueCoding": {"code": "Y", "display": "The Y"}}]},
               {"linkId": "B", "text": "How many?", "type": "integer"}, {"linkId": "C", "text": "How long?", "type": "decimal"},
               {"linkId": "D", "text": "When?", "type": "date"}, {"linkId": "E", "text": "Is it?", "type": "boolean"},
               {"linkId": "F", "text": "What else?", "type": "text"}, {"linkId": "G", "text": "How many then?", "type": "integer"}]}]}""";

    private final Questionnaire questionnaire = Questionnaire.parse(DOCUMENT);

    @Test
    void answersOfEveryTypeComeBackAsTheyWentOut() {
        Answers answers = Answers.of(questionnaire, Map.of("A", Answer.Choice.of("X", "Y"), "B", Answer.Amount.of(58),
                "C", new Answer.Amount(new BigDecimal("1.5")), "D", new Answer.Day(LocalDate.of(2026, 11, 23)), "E", new Answer.YesNo(true),
                "F", new Answer.Words("since the summer"), "G", new Answer.Unsure()));

        QuestionnaireResponse response = response(answers);

        assertThat(response.getItem()).singleElement().satisfies(page -> assertThat(page.getItem()).hasSize(7));
        assertThat(Answers.of(questionnaire, GivenAnswers.of(response, questionnaire)).canonicalJson()).isEqualTo(answers.canonicalJson());
    }

    @Test
    void whatWasNotAnsweredIsNotThere() {
        assertThat(response(Answers.of(questionnaire, Map.of())).getItem()).isEmpty();
    }

    @Test
    void foreignQuestionsAndWrongTypesAreNamed() {
        QuestionnaireResponse foreign = new QuestionnaireResponse();
        foreign.addItem().setLinkId("Z").addAnswer().setValue(new StringType("x"));
        assertThatThrownBy(() -> GivenAnswers.of(foreign, questionnaire)).isInstanceOf(UnprocessableEntityException.class).hasMessageContaining("no question Z");
        QuestionnaireResponse wrong = new QuestionnaireResponse();
        wrong.addItem().setLinkId("B").addAnswer().setValue(new Coding().setCode("58"));
        assertThatThrownBy(() -> GivenAnswers.of(wrong, questionnaire)).isInstanceOf(UnprocessableEntityException.class).hasMessageContaining("B has a value");
    }

    private QuestionnaireResponse response(Answers answers) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        ResponseItems.of(QuestionnaireProvider.questionnaire(DOCUMENT).getItem(), answers).forEach(response::addItem);
        return response;
    }
}
