package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same documents through the eyes of FHIR's reference implementation. */
class FhirQuestionnaireTest {

    static List<Questionnaire> all() {
        return SomeQuestionnaires.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void documentIsAnR4QuestionnaireAndADraft(Questionnaire questionnaire) {
        org.hl7.fhir.r4.model.Questionnaire document = document(questionnaire);
        assertThat(document.getUrl() + "|" + document.getVersion()).isEqualTo(questionnaire.canonical());
        assertThat(document.getStatus()).isEqualTo(Enumerations.PublicationStatus.DRAFT);
        assertThat(document.getPurpose()).contains("no clinician has signed it off");
    }

    @ParameterizedTest
    @MethodSource("all")
    void linkIdsAreUnique(Questionnaire questionnaire) {
        Set<String> seen = new HashSet<>();
        visit(document(questionnaire).getItem(), item -> assertThat(seen.add(item.getLinkId())).as(item.getLinkId()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void severalConditionsSayHowTheyJoin(Questionnaire questionnaire) {
        visit(document(questionnaire).getItem(), item -> {
            if (item.getEnableWhen().size() > 1) {
                assertThat(item.hasEnableBehavior()).as(item.getLinkId()).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void displayItemsTakeNoAnswers(Questionnaire questionnaire) {
        visit(document(questionnaire).getItem(), item -> {
            if (item.getType() == org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType.DISPLAY) {
                assertThat(item.hasAnswerOption() || item.hasItem() || item.hasRequired()).as(item.getLinkId()).isFalse();
            }
        });
    }

    private static org.hl7.fhir.r4.model.Questionnaire document(Questionnaire questionnaire) {
        return FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler()).parseResource(
                org.hl7.fhir.r4.model.Questionnaire.class, Questionnaires.text(questionnaire.name() + ".v1.json"));
    }

    private static void visit(List<QuestionnaireItemComponent> items, Consumer<QuestionnaireItemComponent> visitor) {
        items.forEach(item -> {
            visitor.accept(item);
            visit(item.getItem(), visitor);
        });
    }
}
