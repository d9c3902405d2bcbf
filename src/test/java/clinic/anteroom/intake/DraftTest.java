package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void pagesOnWhichNothingIsAskedArePassedOver() {
        Draft draft = draft(SomeAnswers.with("TW-Q05", "WHOLE_BODY").toTwitching());
        assertThat(draft.after("page.where").map(Page::linkId)).contains("page.used-muscles");
        assertThat(draft.before("page.used-muscles").map(Page::linkId)).contains("page.where");
        assertThat(draft(SomeAnswers.with("TW-Q05", "THIGH").toTwitching()).after("page.where").map(Page::linkId)).contains("page.side");
    }

    @Test
    void firstPageHasNoneBeforeAndLastPageNoneAfter() {
        Draft draft = draft(SomeAnswers.withAge(30).toTwitching());
        assertThat(draft.before("page.safety")).isEmpty();
        assertThat(draft.after("page.worry")).isEmpty();
        assertThat(draft(SomeAnswers.withAge(30).toTwitching("EMG")).after("page.worry").map(Page::linkId)).contains("page.implants");
    }

    @Test
    void goesOnAfterThePageSavedLast() {
        assertThat(draft(Answers.of(SomeAnswers.TWITCHING, Map.of())).resumeAt().map(Page::linkId)).contains("page.safety");
        assertThat(saved("page.pattern").resumeAt().map(Page::linkId)).contains("page.exercise");
        assertThat(saved("page.pattern").lastSaved().linkId()).isEqualTo("page.pattern");
        assertThat(saved("page.worry").resumeAt()).isEmpty();
    }

    @Test
    void aNumberMeansTheSamePageWhateverWasAnsweredAndInEveryLanguage() {
        Questionnaires shipped = Questionnaires.shipped();
        for (Questionnaire one : shipped.all()) {
            List<Page> pages = one.pages();
            assertThat(pages).allSatisfy(page -> assertThat(one.page(one.numberOf(page.linkId()))).contains(page));
            assertThat(one.page(0)).isEmpty();
            assertThat(one.page(pages.size() + 1)).isEmpty();
            Questionnaire french = shipped.get(one.canonical(), Language.FRENCH);
            assertThat(pages).allSatisfy(page -> assertThat(french.numberOf(page.linkId())).isEqualTo(one.numberOf(page.linkId())));
        }
        for (String place : List.of("WHOLE_BODY", "THIGH")) {
            Draft draft = draft(SomeAnswers.with("TW-Q05", place).toTwitching());
            assertThat(draft.questionnaire().numberOf("page.used-muscles")).isEqualTo(SomeAnswers.TWITCHING.numberOf("page.used-muscles")).isGreaterThan(draft.questionnaire().numberOf("page.side"));
        }
    }

    @Test
    void endComesNearerWithEveryAnswer() {
        Progress atFirst = draft(Answers.of(SomeAnswers.TWITCHING, Map.of())).progress("page.exercise");
        Progress linked = draft(SomeAnswers.with("TW-Q12", "DURING").toTwitching()).progress("page.exercise");
        Progress notLinked = draft(SomeAnswers.with("TW-Q12", "NO_EXERCISE").toTwitching()).progress("page.exercise");
        assertThat(linked.of()).isEqualTo(atFirst.of());
        assertThat(notLinked.of()).isLessThan(atFirst.of());
        Progress last = draft(Answers.of(SomeAnswers.TWITCHING, Map.of())).progress("page.worry");
        assertThat(last.page()).isEqualTo(last.of());
    }

    @Test
    void aPageThatMustBeAnsweredIsFoundUntilItIs() {
        assertThat(draft(Answers.of(SomeAnswers.TWITCHING, Map.of())).mustBeAnswered().map(Page::linkId)).contains("page.safety");
        assertThat(draft(SomeAnswers.with("TW-Q04", "NONE").toTwitching()).mustBeAnswered()).isEmpty();
    }

    @Test
    void onePageIsReplacedAndTheOthersStay() {
        Answers before = SomeAnswers.with("TW-Q18", "YES_CANT_DO").and("TW-Q19", "STAIRS").and("TW-Q05", "NECK").toTwitching();
        Answers after = new PageAnswers(before, "page.strength").replacedBy(Map.of("TW-Q18", Answer.Choice.of("NO")), TODAY);
        assertThat(after.to("TW-Q18")).contains(Answer.Choice.of("NO"));
        assertThat(after.stateOf("TW-Q19")).isEqualTo(AnswerState.SKIPPED);
        assertThat(after.to("TW-Q05")).isPresent();
    }

    @Test
    void emergencyPageCannotBeLeftWithoutAChoice() {
        Answers none = Answers.of(SomeAnswers.TWITCHING, Map.of());
        assertThatExceptionOfType(AnswersRefused.class)
                .isThrownBy(() -> new PageAnswers(none, "page.safety").replacedBy(Map.of(), TODAY))
                .satisfies(e -> assertThat(e.fields()).containsExactly(new FieldRefused("TW-Q04", "refusal.answer_missing")));
        assertThat(new PageAnswers(none, "page.where").replacedBy(Map.of(), TODAY)).isEqualTo(none);
        assertThat(PageAnswers.missing(none)).extracting(FieldRefused::field).containsExactly("TW-Q04");
    }

    @Test
    void dayInTheFutureIsRefusedAndTodayIsNot() {
        PageAnswers page = new PageAnswers(Answers.of(SomeAnswers.TWITCHING, Map.of()), "page.start");
        assertThat(page.replacedBy(Map.of("TW-Q08.DATE", new Answer.Day(TODAY)), TODAY).to("TW-Q08.DATE")).isPresent();
        assertThatExceptionOfType(AnswersRefused.class)
                .isThrownBy(() -> page.replacedBy(Map.of("TW-Q08.DATE", new Answer.Day(TODAY.plusDays(1))), TODAY));
    }

    @Test
    void answerToAQuestionOfAnotherPageIsAMistakeOfOurs() {
        PageAnswers page = new PageAnswers(Answers.of(SomeAnswers.TWITCHING, Map.of()), "page.start");
        assertThatIllegalArgumentException().isThrownBy(() -> page.replacedBy(Map.of("TW-Q18", Answer.Choice.of("NO")), TODAY))
                .withMessageContaining("TW-Q18").withMessageContaining("\nMaybe ");
    }

    @Test
    void stoppedFormTakesNoAnswersUntilItIsReopened() {
        QuestionnaireResponse response = response(Answers.of(SomeAnswers.TWITCHING, Map.of()));
        Answers mistake = SomeAnswers.with("TW-Q04", "CHEST_PAIN").toTwitching();
        response.answer("page.safety", mistake, NOW);
        response.stop();
        assertThatExceptionOfType(DraftClosed.class).isThrownBy(() -> response.answer("page.safety", mistake, NOW))
                .matches(e -> e.key().equals("refusal.draft_stopped"));
        assertThatExceptionOfType(DraftClosed.class).isThrownBy(() -> response.complete(UUID.randomUUID(), NOW));
        response.reopen();
        response.answer("page.safety", SomeAnswers.with("TW-Q04", "NONE").toTwitching(), NOW);
        assertThat(response.answers(SomeAnswers.TWITCHING).to("TW-Q04")).contains(Answer.Choice.of("NONE"));
    }

    @Test
    void formSentInStaysAsItIs() {
        QuestionnaireResponse response = response(SomeAnswers.with("TW-Q04", "NONE").toTwitching());
        response.complete(UUID.randomUUID(), NOW);
        response.stop();
        response.reopen();
        response.flag(Set.of("MRI"), SomeAnswers.withAge(3).toTwitching("MRI"));
        assertThat(response.status()).isEqualTo(ResponseStatus.COMPLETED);
        assertThat(response.answers(SomeAnswers.TWITCHING)).isEqualTo(SomeAnswers.with("TW-Q04", "NONE").toTwitching());
        assertThatExceptionOfType(DraftClosed.class).isThrownBy(() -> response.answer("page.safety", SomeAnswers.withAge(3).toTwitching(), NOW))
                .matches(e -> e.key().equals("refusal.draft_sent_in"));
    }

    @Test
    void flaggedTestsAreRememberedWithTheirSafetyAnswers() {
        QuestionnaireResponse response = response(SomeAnswers.with("TW-Q04", "NONE").toTwitching());
        response.flag(Set.of("MRI", "EMG"), SomeAnswers.with("TW-Q04", "NONE").toTwitching("MRI", "EMG"));
        Answers safe = SomeAnswers.with("SAF-Q03", "PACEMAKER").toTwitching("MRI", "EMG");
        response.answer("page.safety", safe, NOW);
        assertThat(response.answers(SomeAnswers.TWITCHING)).isEqualTo(safe);
    }

    @Test
    void keysAreSecretAndReferencesReadable() {
        assertThat(DraftKey.mint()).matches("[0-9a-f]{64}").isNotEqualTo(DraftKey.mint());
        assertThat(DraftKey.mintReference()).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
        assertThat(new DraftStarted(UUID.randomUUID(), "secret").toString()).doesNotContain("secret");
    }

    private static Draft saved(String pageLinkId) {
        Answers answers = SomeAnswers.with("TW-Q04", "NONE").toTwitching();
        QuestionnaireResponse response = response(answers);
        response.answer(pageLinkId, answers, NOW);
        return Draft.of(response, answers);
    }

    private static QuestionnaireResponse response(Answers answers) {
        return new QuestionnaireResponse(NewId.next(), DraftKey.mint(), DraftKey.mintReference(), answers, NOW, null);
    }

    private static Draft draft(Answers answers) {
        return Draft.of(response(answers), answers);
    }
}
