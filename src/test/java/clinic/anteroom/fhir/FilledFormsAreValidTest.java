package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HAPI's validator reads every questionnaire, and every response against its questionnaire. */
class FilledFormsAreValidTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();
    private static final Questionnaires SHIPPED = Questionnaires.shipped();

    static Stream<FilledForm> forms() {
        return Stream.of(FilledForm.Way.values()).flatMap(FilledForm::of);
    }

    static Stream<FilledForm> complaints() {
        return FilledForm.of(FilledForm.Way.FIRST);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void responseFitsItsQuestionnaire(FilledForm form) {
        assertThat(faults(form.json())).isEmpty();
        assertThat(form.response().getItem()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void responseIsReadBackAsItWasGiven(FilledForm form) {
        Map<String, Answer> read = GivenAnswers.of(R4.newJsonParser().parseResource(QuestionnaireResponse.class, form.json()), form.answers().questionnaire());
        assertThat(Answers.of(form.answers().questionnaire(), read, form.answers().flaggedTests())).isEqualTo(form.answers());
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void questionnaireIsValid(FilledForm form) {
        assertThat(faults(form.questionnaire())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void questionnaireCarriesItsTranslationAndStaysValid(FilledForm form) {
        Questionnaire document = QuestionnaireProvider.questionnaire(form.questionnaire());
        Translations.add(document, SHIPPED.translationOf(form.answers().questionnaire().canonical()).orElseThrow());
        String json = R4.newJsonParser().encodeResourceToString(document);
        assertThat(faults(json)).isEmpty();
        assertThat(json).contains("Rien de tout cela", "Je ne sais pas", "fr-CA 1: draft, to be reviewed");
        assertThat(document.getTitleElement().getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/translation").getExtensionString("content"))
                .isEqualTo(SHIPPED.get(form.answers().questionnaire().canonical(), Language.FRENCH).title());
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void responseInFrenchFitsItsQuestionnaire(FilledForm form) {
        QuestionnaireResponse french = form.response().copy();
        french.setLanguage(Language.FRENCH.code());
        french.setItem(ResponseItems.of(QuestionnaireProvider.questionnaire(form.questionnaire()).getItem(),
                form.answers().seenIn(SHIPPED.get(form.answers().questionnaire().canonical(), Language.FRENCH))));
        assertThat(faults(R4.newJsonParser().encodeResourceToString(french))).isEmpty();
        assertThat(french.getItem().get(0).getTextElement().getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/translation").getExtensionString("content"))
                .isEqualTo("Avant de commencer\u00a0: est-ce une urgence?");
    }

    @Test
    void aQuestionThatNobodyAskedAndAnAnswerOfAnotherKindAreFound() {
        FilledForm form = FilledForm.of(FilledForm.Way.FIRST).findFirst().orElseThrow();
        QuestionnaireResponse wrong = form.response().copy();
        wrong.getItem().get(0).getItem().get(0).setLinkId("TW-Q99");
        wrong.getItem().get(1).getItem().get(0).getAnswer().get(0).setValue(new BooleanType(true));
        assertThat(faults(R4.newJsonParser().encodeResourceToString(wrong))).hasSizeGreaterThanOrEqualTo(2);
    }

    static List<String> faults(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0 || message.getMessage().contains("could not be resolved"))
                .map(FilledFormsAreValidTest::words).toList();
    }

    private static String words(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        FhirValidator validator = R4.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(new OurQuestionnaires(), new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4), new InMemoryTerminologyServerValidationSupport(R4))));
        return validator;
    }

    /** Finds the document a response names, with its version. */
    private static final class OurQuestionnaires implements IValidationSupport {

        private final Map<String, Questionnaire> documents = FilledForm.of(FilledForm.Way.FIRST)
                .map(form -> QuestionnaireProvider.questionnaire(form.questionnaire()))
                .collect(Collectors.toMap(document -> document.getUrl() + "|" + document.getVersion(), document -> document));

        @Override
        public <T extends IBaseResource> T fetchResource(Class<T> type, String address) {
            return type.equals(Questionnaire.class) ? type.cast(documents.get(address)) : null;
        }

        @Override
        public FhirContext getFhirContext() {
            return R4;
        }
    }
}
