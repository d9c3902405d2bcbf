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
import org.junit.jupiter.api.Test;

/** The same document through the eyes of FHIR's reference implementation. */
class FhirQuestionnaireTest {

    private static final org.hl7.fhir.r4.model.Questionnaire DOCUMENT = FhirContext.forR4Cached().newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(org.hl7.fhir.r4.model.Questionnaire.class, Questionnaires.text("muscle-twitching.v1.json"));

    @Test
    void documentIsAnR4QuestionnaireAndADraft() {
        assertThat(DOCUMENT.getUrl() + "|" + DOCUMENT.getVersion()).isEqualTo(SomeAnswers.TWITCHING.canonical());
        assertThat(DOCUMENT.getStatus()).isEqualTo(Enumerations.PublicationStatus.DRAFT);
    }

    @Test
    void linkIdsAreUnique() {
        Set<String> seen = new HashSet<>();
        visit(DOCUMENT.getItem(), item -> assertThat(seen.add(item.getLinkId())).as(item.getLinkId()).isTrue());
    }

    @Test
    void severalConditionsSayHowTheyJoin() {
        visit(DOCUMENT.getItem(), item -> {
            if (item.getEnableWhen().size() > 1) {
                assertThat(item.hasEnableBehavior()).as(item.getLinkId()).isTrue();
            }
        });
    }

    @Test
    void displayItemsTakeNoAnswers() {
        visit(DOCUMENT.getItem(), item -> {
            if (item.getType() == org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType.DISPLAY) {
                assertThat(item.hasAnswerOption() || item.hasItem() || item.hasRequired()).as(item.getLinkId()).isFalse();
            }
        });
    }

    private static void visit(List<QuestionnaireItemComponent> items, Consumer<QuestionnaireItemComponent> visitor) {
        items.forEach(item -> {
            visitor.accept(item);
            visit(item.getItem(), visitor);
        });
    }
}
