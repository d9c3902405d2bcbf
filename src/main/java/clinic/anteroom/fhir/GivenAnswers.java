package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.QuestionType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Reads the answers of a QuestionnaireResponse, wherever its items are nested. */
final class GivenAnswers {

    private final Questionnaire questionnaire;
    private final Map<String, Answer> given = new LinkedHashMap<>();

    private GivenAnswers(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** The answers by link id; refuses an item of another questionnaire and a value that is no answer to its question. */
    static Map<String, Answer> of(QuestionnaireResponse response, Questionnaire questionnaire) {
        GivenAnswers answers = new GivenAnswers(questionnaire);
        response.getItem().forEach(answers::read);
        return answers.given;
    }

    private void read(QuestionnaireResponseItemComponent item) {
        List<Type> values = item.getAnswer().stream().map(QuestionnaireResponseItemAnswerComponent::getValue).filter(value -> value != null).toList();
        boolean unsure = values.isEmpty() && item.getAnswer().stream().anyMatch(answer -> answer.hasExtension(ResponseItems.NO_VALUE));
        boolean rows = item.hasExtension(ResponseItems.SAID_NO) || item.hasExtension(ResponseItems.SAID_NOT_SURE);
        if (unsure || rows || !values.isEmpty()) {
            Question question = questionnaire.find(item.getLinkId()).orElseThrow(() -> new UnprocessableEntityException(
                    questionnaire.canonical() + " has no question " + item.getLinkId() + "."));
            given.put(question.linkId(), rows ? rows(question, values, item) : unsure ? new Answer.Unsure() : answer(question, values));
        }
        Stream.concat(item.getItem().stream(), item.getAnswer().stream().flatMap(answer -> answer.getItem().stream())).forEach(this::read);
    }

    /** "None of these" and "not sure" say of all rows together what the extensions say of each. */
    private static Answer rows(Question question, List<Type> values, QuestionnaireResponseItemComponent item) {
        List<String> yes = values.stream().map(value -> code(question, value))
                .filter(code -> question.option(code).filter(Option::exclusive).isEmpty()).toList();
        return new Answer.Rows(yes, said(question, item, ResponseItems.SAID_NO), said(question, item, ResponseItems.SAID_NOT_SURE));
    }

    private static List<String> said(Question question, QuestionnaireResponseItemComponent item, String how) {
        return item.getExtensionsByUrl(how).stream().map(extension -> code(question, extension.getValue())).toList();
    }

    private static Answer answer(Question question, List<Type> values) {
        if (question.type().hasOptions()) {
            return new Answer.Choice(values.stream().map(value -> code(question, value)).toList());
        }
        if (values.size() > 1) {
            throw wrong(question);
        }
        Type value = values.get(0);
        if (isUnsure(value)) {
            return new Answer.Unsure();
        }
        return single(question, value);
    }

    private static Answer single(Question question, Type value) {
        if (question.type() == QuestionType.YES_NO && value instanceof BooleanType yes && yes.hasValue()) {
            return new Answer.YesNo(yes.booleanValue());
        }
        if (question.type() == QuestionType.DATE && value instanceof DateType day && day.hasValue()) {
            return new Answer.Day(date(question, day.getValueAsString()));
        }
        if (question.type() == QuestionType.TEXT && value instanceof StringType words && !words.getValueNotNull().isBlank()) {
            return new Answer.Words(words.getValue());
        }
        if (question.type() == QuestionType.NUMBER || question.type() == QuestionType.SCALE) {
            return new Answer.Amount(number(question, value));
        }
        throw wrong(question);
    }

    private static String code(Question question, Type value) {
        if (value instanceof Coding coding && coding.hasCode()) {
            return coding.getCode();
        }
        throw wrong(question);
    }

    private static BigDecimal number(Question question, Type value) {
        if (value instanceof IntegerType whole && whole.hasValue()) {
            return BigDecimal.valueOf(whole.getValue());
        }
        if (value instanceof DecimalType decimal && decimal.hasValue()) {
            return decimal.getValue();
        }
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            return quantity.getValue();
        }
        throw wrong(question);
    }

    private static LocalDate date(Question question, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(question);
        }
    }

    /** A value that is not there because somebody was asked and did not know, or the code UNSURE. */
    private static boolean isUnsure(Type value) {
        return value.getExtension().stream().anyMatch(extension -> extension.getUrl().equals(ResponseItems.NO_VALUE))
                || value instanceof Coding coding && "UNSURE".equals(coding.getCode());
    }

    private static UnprocessableEntityException wrong(Question question) {
        return new UnprocessableEntityException(question.linkId() + " has a value of another type than the question asks for.");
    }
}
