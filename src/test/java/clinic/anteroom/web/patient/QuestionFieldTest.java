package clinic.anteroom.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Condition;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Language;
import java.util.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionFieldTest {

    private final List<FieldRefused> refused = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(QuestionType.class)
    void untouchedFieldIsNoAnswer(QuestionType type) {
        assertThat(read(new QuestionField(question(type), null, Language.ENGLISH))).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void whatExcludesAllOthersComesLastInAList() {
        for (Questionnaire questionnaire : Questionnaires.shipped().all()) {
            for (Question question : questionnaire.questions()) {
                if (question.type() == QuestionType.MULTI) {
                    assertThat(new QuestionField(question, null, Language.ENGLISH).getOptions()).as(question.linkId())
                            .containsExactlyInAnyOrderElementsOf(question.options())
                            .isSortedAccordingTo(Comparator.comparing(Option::exclusive));
                }
            }
        }
    }

    @Test
    void answerGivenBeforeIsShownAndReadAgain() {
        assertKept(QuestionType.SINGLE, Answer.Choice.of("A"));
        assertKept(QuestionType.MULTI, Answer.Choice.of("A", "B"));
        assertKept(QuestionType.NUMBER, new Answer.Amount(new BigDecimal("2.5")));
        assertKept(QuestionType.NUMBER, new Answer.Unsure());
        assertKept(QuestionType.SCALE, Answer.Amount.of(10));
        assertKept(QuestionType.DATE, new Answer.Day(LocalDate.of(2024, 2, 29)));
        assertKept(QuestionType.DATE, new Answer.Unsure());
        assertKept(QuestionType.YES_NO, new Answer.YesNo(false));
        assertKept(QuestionType.YES_NO, new Answer.Unsure());
        assertKept(QuestionType.TEXT, new Answer.Words("left calf"));
    }

    @Test
    void rowsAreReadAsTheyWereTouchedAndTheRestIsNoOnlyWhenSomebodySaysSo() {
        Question list = Questionnaires.shipped().findNewest("muscle-twitching").orElseThrow().get("TW-Q24");
        QuestionField field = new QuestionField(list, null, Language.ENGLISH);
        assertThat(field.getLook()).isEqualTo("rows");
        assertThat(read(field)).isEmpty();
        field.getRows().get(0).setSaid("UNSURE");
        assertThat(read(field)).contains(new Answer.Rows(List.of(), List.of(), List.of("STIFF")));
        field.sayNoToTheRest();
        Answer filled = new Answer.Rows(List.of(), List.of("SLOW_TO_RELAX"), List.of("STIFF"));
        assertThat(read(field)).contains(filled);
        assertThat(read(new QuestionField(list, filled, Language.FRENCH))).contains(filled);
    }

    @Test
    void ticksOfAnEarlierFormAreShownInRowsAndNothingIsAddedToThem() {
        Question list = Questionnaires.shipped().findNewest("muscle-twitching").orElseThrow().get("TW-Q24");
        assertThat(read(new QuestionField(list, Answer.Choice.of("STIFF"), Language.ENGLISH))).contains(new Answer.Rows(List.of("STIFF"), List.of(), List.of()));
        assertThat(read(new QuestionField(list, Answer.Choice.of("NONE"), Language.ENGLISH))).contains(new Answer.Rows(List.of(), List.of("STIFF", "SLOW_TO_RELAX"), List.of()));
        assertThat(read(new QuestionField(list, Answer.Choice.of("UNSURE"), Language.ENGLISH))).contains(new Answer.Rows(List.of(), List.of(), List.of("STIFF", "SLOW_TO_RELAX")));
    }

    @Test
    void numberMayHaveACommaAndSpaces() {
        QuestionField field = new QuestionField(question(QuestionType.NUMBER), null, Language.ENGLISH);
        field.setTyped(" 2,5 ");
        assertThat(read(field)).contains(new Answer.Amount(new BigDecimal("2.5")));
    }

    @Test
    void numberCountsMoreThanNotSure() {
        QuestionField field = new QuestionField(question(QuestionType.NUMBER), new Answer.Unsure(), Language.ENGLISH);
        field.setTyped("3");
        assertThat(read(field)).contains(Answer.Amount.of(3));
    }

    @Test
    void wordsInTheFieldOfANumberAreRefused() {
        QuestionField field = new QuestionField(question(QuestionType.NUMBER), null, Language.ENGLISH);
        field.setTyped("three");
        assertThat(read(field)).isEmpty();
        assertThat(refused).containsExactly(new FieldRefused("Q1", "refusal.answer_no_number"));
    }

    @ParameterizedTest
    @CsvSource({"31, 2, 2026", "3, , 2026", "3, 11, 26", "x, 1, 2026", ", , 2026"})
    void threeFieldsThatAreNoDayAreRefused(String day, String month, String year) {
        QuestionField field = new QuestionField(question(QuestionType.DATE), null, Language.ENGLISH);
        field.getDate().setDay(day);
        field.getDate().setMonth(month);
        field.getDate().setYear(year);
        assertThat(read(field)).isEmpty();
        assertThat(refused).containsExactly(new FieldRefused("Q1", "refusal.date_not_possible"));
    }

    @Test
    void optionsThatExcludeAllOthersStandApart() {
        assertThat(listStyle(new Option("A", "a", false), new Option("NONE", "n", true), new Option("UNSURE", "u", true)))
                .isEqualTo("choices or-last-two");
        assertThat(listStyle(new Option("A", "a", false), new Option("B", "b", false), new Option("UNSURE", "u", true)))
                .isEqualTo("choices or-last");
        assertThat(listStyle(new Option("A", "a", false), new Option("B", "b", false))).isEqualTo("choices");
    }

    private static String listStyle(Option... options) {
        return new QuestionField(question(QuestionType.MULTI, options), null, Language.ENGLISH).getListStyle();
    }

    private void assertKept(QuestionType type, Answer answer) {
        assertThat(read(new QuestionField(question(type), answer, Language.ENGLISH))).contains(answer);
    }

    private Optional<Answer> read(QuestionField field) {
        return field.read(refused::add);
    }

    private static Question question(QuestionType type, Option... options) {
        return new Question("Q1", null, type, "How?", null, null, List.of(options), BigDecimal.ZERO, BigDecimal.TEN, null,
                false, false, Set.of(), Condition.ALWAYS);
    }
}
