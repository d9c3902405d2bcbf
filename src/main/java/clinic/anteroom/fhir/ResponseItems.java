package clinic.anteroom.fhir;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Answers in the shape of their questionnaire: groups as there, questions without an answer left out. */
final class ResponseItems {

    static final String NO_VALUE = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    static final String NOT_SURE = "asked-unknown";

    /** On an item: options of a list that was asked row by row and answered with no, one valueCoding each. */
    static final String SAID_NO = "https://anteroom.clinic/fhir/StructureDefinition/said-no";

    /** The same for "not sure". A row that is in neither and no value was left out. */
    static final String SAID_NOT_SURE = "https://anteroom.clinic/fhir/StructureDefinition/said-not-sure";

    private static final String NONE = "NONE";
    private static final String UNSURE = "UNSURE";

    private final Answers answers;

    private ResponseItems(Answers answers) {
        this.answers = answers;
    }

    static List<QuestionnaireResponseItemComponent> of(List<QuestionnaireItemComponent> asked, Answers answers) {
        return new ResponseItems(answers).items(asked);
    }

    private List<QuestionnaireResponseItemComponent> items(List<QuestionnaireItemComponent> asked) {
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        for (QuestionnaireItemComponent question : asked) {
            QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
            item.setLinkId(question.getLinkId()).setText(question.hasText() ? question.getText() : null);
            seen(question).ifPresent(words -> Translations.beside(item.getTextElement(), answers.seenLanguage(), words));
            if (question.getType() == QuestionnaireItemType.GROUP) {
                items(question.getItem()).forEach(item::addItem);
            } else if (question.getType() != QuestionnaireItemType.DISPLAY) {
                given(question).forEach(item::addAnswer);
                rows(question).forEach(item::addExtension);
            }
            if (item.hasItem() || item.hasAnswer() || item.hasExtension()) {
                items.add(item);
            }
        }
        return items;
    }

    /** The words of a page or question as whoever answered read them, if that was not English. */
    private Optional<String> seen(QuestionnaireItemComponent asked) {
        return asked.getType() == QuestionnaireItemType.GROUP
                ? answers.questionnaire().pages().stream().map(Page::linkId).filter(asked.getLinkId()::equals).findFirst().flatMap(answers::seenTitle)
                : answers.questionnaire().find(asked.getLinkId()).map(Question::linkId).flatMap(answers::seenQuestion);
    }

    private List<QuestionnaireResponseItemAnswerComponent> given(QuestionnaireItemComponent asked) {
        return answers.questionnaire().find(asked.getLinkId()).flatMap(question -> answers.to(question.linkId())
                .map(answer -> answer instanceof Answer.Unsure ? List.of(unsure())
                        : values(question, asked.getType(), answer).stream().map(ResponseItems::answer).toList())).orElse(List.of());
    }

    /** What was said row by row and is no value: FHIR has no words for "this option: no". */
    private List<Extension> rows(QuestionnaireItemComponent asked) {
        return answers.questionnaire().find(asked.getLinkId()).flatMap(question -> answers.to(question.linkId())
                .filter(Answer.Rows.class::isInstance).map(Answer.Rows.class::cast)
                .map(rows -> Stream.concat(rows.no().stream().map(code -> new Extension(SAID_NO, coding(question, code))),
                        rows.unsure().stream().map(code -> new Extension(SAID_NOT_SURE, coding(question, code)))).toList())).orElse(List.of());
    }

    private static QuestionnaireResponseItemAnswerComponent answer(Type value) {
        return new QuestionnaireResponseItemAnswerComponent().setValue(value);
    }

    private Coding coding(Question question, String code) {
        Coding coding = new Coding().setCode(code).setDisplay(question.option(code).map(Option::label).orElse(null));
        answers.seenOption(question.linkId(), code)
                .ifPresent(words -> Translations.beside(coding.getDisplayElement(), answers.seenLanguage(), words));
        return coding;
    }

    private List<Type> values(Question question, QuestionnaireItemType type, Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return choice.codes().stream().map(code -> (Type) coding(question, code)).toList();
        }
        if (answer instanceof Answer.Rows rows) {
            return values(rows).stream().map(code -> (Type) coding(question, code)).toList();
        }
        if (answer instanceof Answer.Amount amount) {
            return List.of(type == QuestionnaireItemType.INTEGER ? new IntegerType(amount.value().intValueExact()) : new DecimalType(amount.value()));
        }
        if (answer instanceof Answer.Day day) {
            return List.of(new DateType(day.date().toString()));
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return List.of(new BooleanType(yesNo.yes()));
        }
        return List.of(new StringType(((Answer.Words) answer).text()));
    }

    /** For who reads no extensions: what is there, or the one option that says of all rows what was said of each. */
    private static List<String> values(Answer.Rows rows) {
        boolean allUnsure = rows.yes().isEmpty() && rows.no().isEmpty() && rows.isComplete();
        return rows.isAllNo() ? List.of(NONE) : allUnsure ? List.of(UNSURE) : rows.yes();
    }

    /**
     * "I am not sure" to a question that has no such option: an answer without a value, with the reason. HAPI's validator
     * reads the number of a value that is there without being there, and refuses it.
     */
    private static QuestionnaireResponseItemAnswerComponent unsure() {
        QuestionnaireResponseItemAnswerComponent answer = new QuestionnaireResponseItemAnswerComponent();
        answer.addExtension(NO_VALUE, new CodeType(NOT_SURE));
        return answer;
    }
}
