package clinic.anteroom.web.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Contact;
import clinic.anteroom.intake.ConsentWording;
import clinic.anteroom.intake.DraftStarted;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.intake.FormTriageService;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.intake.Submitted;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Reader;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.FormsThatAsk;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every question about muscle twitching is answered, changed and read by the doctor in the words its patient saw, in English
 * and in French: through the services and what the page shows of them, on a real database.
 */
class EveryQuestionTest {

    private static final Questionnaire TWITCHING = Questionnaires.shipped().findNewest("muscle-twitching").orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private final ByHand house = new ByHand(new ClinicTime(Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneId.of("UTC")), ZoneId.of("America/Toronto")));
    private final IntakeService intake = house.get(IntakeService.class);

    @Test
    void seventyQuestionsAreThere() {
        assertThat(TWITCHING.questions().stream().map(question -> question.linkId().replaceAll("\\..*", "")).distinct()).hasSize(69 + 1);
    }

    @TestFactory
    Stream<DynamicTest> isAnsweredChangedAndReadByTheDoctor() {
        return Stream.of(Language.values()).flatMap(language -> TWITCHING.questions().stream().map(question -> DynamicTest.dynamicTest(
                question.linkId() + " " + language.code(), () -> answerChangeRead(question, language))));
    }

    private void answerChangeRead(Question question, Language language) {
        house.get(Reader.class).reads(language);
        Questionnaire seen = house.get(Questionnaires.class).get(TWITCHING.canonical(), language);
        Page page = TWITCHING.pages().stream().filter(one -> one.questions().contains(question)).findFirst().orElseThrow();
        List<Answer> two = FormsThatAsk.twoAnswersTo(question);
        DraftStarted form = begun(question.linkId());

        save(form, page, question, two.get(0));
        assertThat(words(form, question)).isEqualTo(wordsIn(seen, question, two.get(0)));
        save(form, page, question, two.get(1));
        String changed = words(form, question);
        assertThat(changed).isEqualTo(wordsIn(seen, question, two.get(1))).isNotEqualTo(wordsIn(seen, question, two.get(0)));

        Submitted sent = house.transaction(() -> intake.complete(form.key(), robin(form), ConsentWording.newest(language).version()));
        HistoryPage.Line line = house.transaction(() -> line(sent, question));
        assertThat(line.answer()).isEqualTo(wordsIn(TWITCHING, question, two.get(1)));
        if (language != Language.ENGLISH) {
            assertThat(line.seen()).as("what the patient read").contains(seen.get(question.linkId()).text());
            assertThat(String.join(" ", line.seen()) + line.answer()).contains(changed);
        }
    }

    /** A form on which this question is the next to be answered. */
    private DraftStarted begun(String linkId) {
        Answers before = FormsThatAsk.of(TWITCHING, linkId);
        DraftStarted form = house.transaction(() -> intake.start("muscle-twitching"));
        house.transaction(() -> house.get(FormTriageService.class).askSafetyQuestionsFor(form.responseId(), ALL_TESTS));
        house.transaction(() -> house.get(EntityManager.class)
                .createNativeQuery("update questionnaire_response set answers = ?1, answers_sha256 = ?2 where id = ?3")
                .setParameter(1, before.canonicalJson()).setParameter(2, before.sha256()).setParameter(3, form.responseId()).executeUpdate());
        return form;
    }

    private void save(DraftStarted form, Page page, Question question, Answer answer) {
        house.transaction(() -> intake.answer(form.key(), page.linkId(), Map.of(question.linkId(), answer)));
    }

    /** Of the age that the form says, if it says one. */
    private Contact robin(DraftStarted form) {
        long age = house.get(IntakeService.class).find(form.key()).orElseThrow().answers().to("TW-Q02").filter(Answer.Amount.class::isInstance)
                .map(answer -> ((Answer.Amount) answer).value().longValue()).orElse(34L);
        return new Contact("Robin", "Lane", TODAY.minusYears(age).minusDays(40), "416 555 0142", null);
    }

    /** The answer as the summary of the patient shows it. */
    private String words(DraftStarted form, Question question) {
        return house.transaction(() -> intake.find(form.key()).orElseThrow().answers().wordsOf(question.linkId()).orElseThrow());
    }

    private HistoryPage.Line line(Submitted sent, Question question) {
        return HistoryPage.lines(HistoryPage.of(house.get(FormService.class).answersOf(sent.responseId()), Set.of()))
                .filter(line -> line.question().equals(question.text())).filter(line -> line.answer() != null).reduce((first, second) -> second).orElseThrow();
    }

    /** Options by the labels that stood beside their boxes; what is typed, as a person reads it in this language. */
    private static String wordsIn(Questionnaire questionnaire, Question question, Answer answer) {
        Question there = questionnaire.get(question.linkId());
        if (answer instanceof Answer.Choice choice) {
            return String.join("; ", choice.codes().stream().map(code -> there.option(code).map(Option::label).orElseThrow()).toList());
        }
        Map<String, Answer> all = new HashMap<>(FormsThatAsk.of(TWITCHING, question.linkId()).asMap());
        all.put(question.linkId(), answer);
        return Answers.of(questionnaire, all, ALL_TESTS).wordsOf(question.linkId()).orElseThrow();
    }
}
