package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A form of each complaint, filled in from one end to the other, as FHIR has it. */
record FilledForm(String name, String questionnaire, Answers answers, QuestionnaireResponse response) {

    private static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    /** How each question is answered. */
    enum Way {
        /** The first of the answers offered, so that most questions are asked. */
        FIRST,
        /** The last one, mostly "not sure" or "none", so that few are. */
        LAST,
        /** "I am not sure" wherever no option says so. */
        UNSURE,
        /** Lists of symptoms row by row, one after the other with yes, no, not sure and nothing; the rest as the first. */
        ROWS,
        /** Every row of a list of symptoms with no, the rest as the first. */
        NO_ROWS
    }

    static Stream<FilledForm> of(Way way) {
        return Stream.of("muscle-twitching", "submandibular-swelling", "passing-out", "smell-after-covid", "bleeding-clotting", "belly-button-pain")
                .map(name -> filled(name, way));
    }

    private static FilledForm filled(String name, Way way) {
        String document = document(name);
        clinic.anteroom.intake.Questionnaire asked = clinic.anteroom.intake.Questionnaire.parse(document);
        Map<String, Answer> given = new LinkedHashMap<>();
        for (Question question : asked.questions()) {
            if (Answers.of(asked, given, ALL_TESTS).stateOf(question.linkId()) == AnswerState.SKIPPED) {
                given.put(question.linkId(), answer(question, way));
            }
        }
        Questionnaire parsed = QuestionnaireProvider.questionnaire(document);
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(asked.canonical()).setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED);
        Answers answers = Answers.of(asked, given, ALL_TESTS);
        response.setItem(ResponseItems.of(parsed.getItem(), answers));
        return new FilledForm(name, document, answers, response);
    }

    private static Answer answer(Question question, Way way) {
        if (way == Way.ROWS || way == Way.NO_ROWS) {
            return question.askedInRows() ? rows(question, way == Way.ROWS) : answer(question, Way.FIRST);
        }
        return switch (question.type()) {
            case SINGLE -> Answer.Choice.of(code(question, way));
            case MULTI -> way == Way.FIRST ? several(question) : Answer.Choice.of(code(question, way));
            case TEXT -> new Answer.Words("It began \"slowly\", \u00e9 \u2018then\u2019");
            case NUMBER, SCALE -> way == Way.UNSURE ? new Answer.Unsure() : new Answer.Amount(number(question));
            case DATE -> way == Way.UNSURE ? new Answer.Unsure() : new Answer.Day(LocalDate.of(2026, 11, 1));
            case YES_NO -> way == Way.UNSURE ? new Answer.Unsure() : new Answer.YesNo(way == Way.FIRST);
        };
    }

    private static BigDecimal number(Question question) {
        BigDecimal min = question.min() == null ? BigDecimal.ZERO : question.min();
        BigDecimal wish = BigDecimal.valueOf(42);
        return question.max() != null && wish.compareTo(question.max()) > 0 ? question.max() : wish.max(min);
    }

    private static String code(Question question, Way way) {
        List<clinic.anteroom.intake.Option> options = question.options();
        return options.get(way == Way.FIRST ? 0 : options.size() - 1).code();
    }

    private static Answer several(Question question) {
        List<String> codes = question.options().stream().filter(option -> !option.exclusive()).map(option -> option.code()).toList();
        return new Answer.Choice(codes.isEmpty() ? List.of(question.options().get(0).code()) : codes);
    }

    private static Answer rows(Question question, boolean mixed) {
        List<String> codes = question.options().stream().filter(option -> !option.exclusive()).map(option -> option.code()).toList();
        return mixed ? new Answer.Rows(every(codes, 0), every(codes, 1), every(codes, 2)) : new Answer.Rows(List.of(), codes, List.of());
    }

    /** Every fourth, from this one on. */
    private static List<String> every(List<String> codes, int from) {
        return java.util.stream.IntStream.range(0, codes.size()).filter(i -> i % 4 == from).mapToObj(codes::get).toList();
    }

    private static String document(String name) {
        try (InputStream in = clinic.anteroom.intake.Questionnaire.class.getResourceAsStream("questionnaires/" + name + ".v1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String json() {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(response);
    }

    @Override
    public String toString() {
        return name;
    }
}
