package clinic.anteroom.intake;

import static clinic.anteroom.intake.SomeAnswers.TWITCHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void unansweredQuestionIsSkippedNotNo() {
        assertThat(Answers.of(TWITCHING, Map.of()).stateOf("TW-Q18")).isEqualTo(AnswerState.SKIPPED);
    }

    @Test
    void noneAndNotSureAreAnswers() {
        Answers answers = SomeAnswers.with("TW-Q19", "NONE").and("TW-Q18", "UNSURE").and("TW-Q02", new Answer.Unsure()).toTwitching();
        assertThat(answers.stateOf("TW-Q19")).isEqualTo(AnswerState.ANSWERED);
        assertThat(answers.stateOf("TW-Q18")).isEqualTo(AnswerState.ANSWERED);
        assertThat(answers.to("TW-Q02")).contains(new Answer.Unsure());
    }

    @Test
    void questionHangingOnASkippedOneIsUndecidedAndHoldsNoAnswer() {
        Answers answers = SomeAnswers.with("TW-Q26", "SUDDEN").toTwitching();
        assertThat(answers.stateOf("TW-Q26")).isEqualTo(AnswerState.UNDECIDED);
        assertThat(answers.to("TW-Q26")).isEmpty();
        assertThat(answers.asks("TW-Q26")).isFalse();
    }

    @Test
    void questionRuledOutByADefiniteAnswerIsNotAsked() {
        Answers answers = SomeAnswers.with("TW-Q25", "NONE").and("TW-Q26", "SUDDEN").toTwitching();
        assertThat(answers.stateOf("TW-Q26")).isEqualTo(AnswerState.NOT_ASKED);
        assertThat(answers.to("TW-Q26")).isEmpty();
    }

    @Test
    void grandchildrenFallWithTheirParents() {
        SomeAnswers weak = SomeAnswers.with("TW-Q18", "YES_CANT_DO").and("TW-Q19", "NONE").and("TW-Q20", "WEEKS_MONTHS")
                .and("TW-Q21", "BOTH_LEGS").and("TW-Q30", "NONE").and("TW-Q25", "NONE").and("TW-Q34", "NONE").and("TW-Q35", "LEAK_NEW");
        assertThat(weak.toTwitching().to("TW-Q35")).isPresent();

        Answers strong = weak.and("TW-Q18", "NO").toTwitching();
        assertThat(strong.stateOf("TW-Q21")).isEqualTo(AnswerState.NOT_ASKED);
        assertThat(strong.stateOf("TW-Q35")).isEqualTo(AnswerState.NOT_ASKED);
        assertThat(strong.to("TW-Q35")).isEmpty();
    }

    @Test
    void oneTrueConditionIsEnoughEvenIfOthersAreUnknown() {
        assertThat(SomeAnswers.with("TW-Q19", "STAIRS").toTwitching().stateOf("TW-Q20")).isEqualTo(AnswerState.SKIPPED);
        assertThat(SomeAnswers.with("TW-Q19", "NONE").toTwitching().stateOf("TW-Q20")).isEqualTo(AnswerState.UNDECIDED);
    }

    @Test
    void unknownAgeLeavesAgeQuestionsUndecided() {
        Answers answers = SomeAnswers.with("TW-Q16", "CRAMP").and("TW-Q24", "NONE").and("TW-Q02", new Answer.Unsure()).toTwitching();
        assertThat(answers.stateOf("TW-Q36")).isEqualTo(AnswerState.UNDECIDED);
    }

    @Test
    void safetyQuestionWaitsForItsTestAndIsThenSkippedNotNo() {
        SomeAnswers none = SomeAnswers.withAge(30);
        assertThat(none.toTwitching().stateOf("SAF-Q03")).isEqualTo(AnswerState.NOT_ASKED);
        assertThat(none.toTwitching("BLOOD").stateOf("SAF-Q03")).isEqualTo(AnswerState.NOT_ASKED);
        assertThat(none.toTwitching("MRI").stateOf("SAF-Q03")).isEqualTo(AnswerState.SKIPPED);
        assertThat(none.toTwitching().whenFlagged(Set.of("EMG")).stateOf("SAF-Q03")).isEqualTo(AnswerState.SKIPPED);
    }

    @Test
    void safetyAnswerIsDroppedWithItsTest() {
        Answers withPacemaker = SomeAnswers.with("SAF-Q03", "PACEMAKER").toTwitching("MRI");
        assertThat(withPacemaker.to("SAF-Q03")).isPresent();
        assertThat(withPacemaker.whenFlagged(Set.of("CT")).to("SAF-Q03")).isEmpty();
    }

    @Test
    void canonicalJsonIsCompactAndInTheOrderOfTheDocument() {
        Answers answers = SomeAnswers.with("TW-Q18", "YES_CANT_DO").and("TW-Q46.STOPPED_LAST_4_DAYS", new Answer.YesNo(true))
                .and("TW-Q05", "UPPER_ARM", "SHOULDER").and("TW-Q02", new Answer.Amount(new BigDecimal("58.0")))
                .and("TW-Q08.DATE", new Answer.Day(LocalDate.of(2026, 11, 23))).and("TW-Q45", new Answer.Unsure())
                .and("TW-Q56", new Answer.Words(" It \"jumps\" ")).toTwitching();
        assertThat(answers.canonicalJson()).isEqualTo("{\"TW-Q02\":58,\"TW-Q05\":[\"SHOULDER\",\"UPPER_ARM\"],"
                + "\"TW-Q08.DATE\":\"2026-11-23\",\"TW-Q18\":\"YES_CANT_DO\",\"TW-Q45\":\"UNSURE\","
                + "\"TW-Q46.STOPPED_LAST_4_DAYS\":true,\"TW-Q56\":\"It \\\"jumps\\\"\"}");
        assertThat(answers.sha256()).isEqualTo(Sha256.of(answers.canonicalJson()));
        assertThat(Answers.parse(TWITCHING, answers.canonicalJson())).isEqualTo(answers);
    }

    @Test
    void theSameAnswersInAnyOrderHaveTheSameHash() {
        Map<String, Answer> backwards = new LinkedHashMap<>();
        backwards.put("TW-Q07", Answer.Choice.of("NO"));
        backwards.put("TW-Q05", Answer.Choice.of("THIGH", "NECK", "THIGH"));
        assertThat(Answers.of(TWITCHING, backwards).sha256())
                .isEqualTo(SomeAnswers.with("TW-Q05", "NECK", "THIGH").and("TW-Q07", "NO").toTwitching().sha256());
    }

    @Test
    void everythingThatDoesNotFitIsRefusedTogether() {
        assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> SomeAnswers.withAge(121).and("TW-Q18", "NO", "UNSURE")
                .and("TW-Q05", "ELBOW").and("TW-Q19", "NONE", "STAIRS").and("TW-Q31", new Answer.Amount(new BigDecimal("4.5")))
                .and("TW-Q56", new Answer.Words("x".repeat(2001))).and("TW-Q45.ENERGY_OR_PREWORKOUT", "YES").toTwitching())
                .satisfies(e -> assertThat(e.fields()).extracting(FieldRefused::field, FieldRefused::key).containsExactly(
                        tuple("TW-Q02", "refusal.answer_out_of_range"),
                        tuple("TW-Q18", "refusal.answer_only_one"),
                        tuple("TW-Q05", "refusal.answer_not_offered"),
                        tuple("TW-Q19", "refusal.answer_excludes_others"),
                        tuple("TW-Q31", "refusal.answer_not_whole"),
                        tuple("TW-Q56", "refusal.answer_too_long"),
                        tuple("TW-Q45.ENERGY_OR_PREWORKOUT", "refusal.answer_wrong_type")));
    }

    @Test
    void limitsThemselvesAreAllowedAndNamedInTheRefusal() {
        assertThat(SomeAnswers.withAge(0).toTwitching().to("TW-Q02")).isPresent();
        assertThat(SomeAnswers.withAge(120).toTwitching().to("TW-Q02")).isPresent();
        assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> SomeAnswers.withAge(-1).toTwitching())
                .satisfies(e -> assertThat(e.fields().get(0).arguments())
                        .containsExactly(BigDecimal.ZERO, new BigDecimal("120"), "years"));
    }

    @Test
    void unknownQuestionIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> SomeAnswers.with("TW-Q99", "YES").toTwitching())
                .withMessageContaining("TW-Q99").withMessageContaining("\nMaybe ");
        assertThatIllegalArgumentException().isThrownBy(() -> Answers.parse(TWITCHING, "[1]"));
        assertThatIllegalArgumentException().isThrownBy(() -> Answers.parse(TWITCHING, "{\"TW-Q02\":\"old\"}"))
                .withMessageContaining("TW-Q02");
    }

    @Test
    void controlCharactersNeverReachTheDatabase() {
        assertThat(new Answer.Words("a\u0000b\r\nc\td").text()).isEqualTo("a b\nc d");
    }

    @Test
    void peopleReadLabelsAndUnits() {
        Answers answers = SomeAnswers.withAge(58).and("TW-Q05", "THIGH", "NECK").and("TW-Q08.DATE", new Answer.Day(LocalDate.of(2026, 11, 3)))
                .and("TW-Q41.SWEAT_HEAVY", new Answer.YesNo(false)).and("TW-Q45", new Answer.Unsure()).toTwitching();
        assertThat(answers.wordsOf("TW-Q02")).contains("58 years");
        assertThat(answers.wordsOf("TW-Q05")).contains("Neck; Thigh");
        assertThat(answers.wordsOf("TW-Q08.DATE")).contains("3 November 2026");
        assertThat(answers.wordsOf("TW-Q41.SWEAT_HEAVY")).contains("No");
        assertThat(answers.wordsOf("TW-Q45")).contains("I am not sure");
        assertThat(answers.wordsOf("TW-Q18")).isEmpty();
    }

    @Test
    void answersAreNotInTheirText() {
        assertThat(SomeAnswers.with("TW-Q18", "YES_CANT_DO").toTwitching()).hasToString("answers to " + TWITCHING);
    }
}
