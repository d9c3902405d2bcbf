package clinic.anteroom.intake;

import static clinic.anteroom.intake.SomeAnswers.TWITCHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of symptoms, answered row by row. */
class SymptomRowsTest {

    private static final List<String> EYES = List.of("DOUBLE_VISION", "DROOPY_LID", "PAINFUL_BLUR_PAST");

    @Test
    void everyListIsAskedSomewhereAndCanBeSaidInRowsAndInTicks() {
        Set<String> open = new HashSet<>(SymptomLists.all());
        for (Questionnaire questionnaire : Questionnaires.shipped().all()) {
            for (Question question : questionnaire.questions()) {
                if (SymptomLists.has(question.linkId())) {
                    open.remove(question.linkId());
                    assertThat(question.askedInRows()).as(question.linkId()).isTrue();
                    assertThat(question.options()).as(question.linkId()).filteredOn(Option::exclusive).extracting(Option::code).containsExactly("NONE", "UNSURE");
                    assertThat(question.required()).as(question.linkId() + ": a line may be left empty").isFalse();
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void emergenciesPlacesAndMedicinesAreTicked() {
        assertThat(List.of("TW-Q04", "TW-Q05", "TW-Q50", "TW-Q52", "TW-Q16", "SAF-Q03")).noneMatch(linkId -> TWITCHING.get(linkId).askedInRows());
    }

    @Test
    void untouchedRowIsKnownAsSuch() {
        Answer.Rows rows = rows(Map.of("yes", List.of("STRAIGHTEN_ARM", "BUTTONS_KEYS"), "no", List.of("FALLS"), "unsure", List.of("STAIRS")));
        assertThat(rows.yes()).as("in the order of the form").containsExactly("BUTTONS_KEYS", "STRAIGHTEN_ARM");
        assertThat(rows.open()).containsExactly("GRIP_JARS", "LIFT_ARM", "RISE_CHAIR", "FOOT_DRAGS", "HOLD_HEAD");
        assertThat(rows.says("BUTTONS_KEYS")).contains(true);
        assertThat(rows.says("FALLS")).contains(false);
        assertThat(rows.says("STAIRS")).as("not sure is unknown").isEmpty();
        assertThat(rows.says("GRIP_JARS")).as("untouched is unknown").isEmpty();
        assertThat(rows.says("NONE")).contains(false);
        assertThat(rows.says("UNSURE")).contains(true);
    }

    @Test
    void noneIsKnownOnlyWhenEveryRowIsNo() {
        List<String> all = TWITCHING.get("TW-Q19").options().stream().filter(option -> !option.exclusive()).map(Option::code).toList();
        assertThat(rows(Map.of("no", all)).says("NONE")).contains(true);
        assertThat(rows(Map.of("no", all)).says("UNSURE")).contains(false);
        assertThat(rows(Map.of("no", all.subList(1, all.size()))).says("NONE")).isEmpty();
        assertThat(rows(Map.of("no", all.subList(1, all.size()), "unsure", all.subList(0, 1))).says("NONE")).isEmpty();
    }

    @Test
    void storedTextIsShortAndReadBackTheSame() {
        Answers answers = SomeAnswers.with("TW-Q18", "NO").and("TW-Q19", new Answer.Rows(List.of("FALLS"), List.of("STAIRS", "BUTTONS_KEYS"), List.of())).toTwitching();
        assertThat(answers.canonicalJson()).isEqualTo("{\"TW-Q18\":\"NO\",\"TW-Q19\":{\"yes\":[\"FALLS\"],\"no\":[\"BUTTONS_KEYS\",\"STAIRS\"]}}");
        assertThat(Answers.parse(TWITCHING, answers.canonicalJson())).isEqualTo(answers);
        assertThat(Answers.parse(TWITCHING, answers.canonicalJson()).sha256()).isEqualTo(answers.sha256());
        assertThatIllegalArgumentException().isThrownBy(() -> Answers.parse(TWITCHING, "{\"TW-Q19\":{\"maybe\":[\"FALLS\"]}}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Answers.parse(TWITCHING, "{\"TW-Q19\":{}}"));
    }

    @Test
    void questionHangingOnAnUntouchedRowIsUndecided() {
        assertThat(after("yes", "BOTH_FEET").stateOf("TW-Q26")).isEqualTo(AnswerState.SKIPPED);
        assertThat(after("no", "BOTH_FEET").stateOf("TW-Q26")).as("the other rows are open").isEqualTo(AnswerState.UNDECIDED);
        List<String> all = TWITCHING.get("TW-Q25").options().stream().filter(option -> !option.exclusive()).map(Option::code).toList();
        assertThat(SomeAnswers.with("TW-Q18", "NO").and("TW-Q25", new Answer.Rows(List.of(), all, List.of())).toTwitching().stateOf("TW-Q26"))
                .isEqualTo(AnswerState.NOT_ASKED);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertRefused("TW-Q05", new Answer.Rows(List.of("EYELID"), List.of(), List.of()), "refusal.answer_wrong_type");
        assertRefused("TW-Q19", new Answer.Rows(List.of("NONE"), List.of(), List.of()), "refusal.answer_not_offered");
        assertRefused("TW-Q19", new Answer.Rows(List.of("NEVER"), List.of(), List.of()), "refusal.answer_not_offered");
        assertRefused("TW-Q19", new Answer.Rows(List.of("FALLS"), List.of("FALLS"), List.of()), "refusal.answer_only_one");
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer.Rows(List.of(), List.of(), List.of()));
    }

    @Test
    void wordsSayWhatWasSaidOfEachRow() {
        Answer.Rows rows = new Answer.Rows(List.of("DROOPY_LID"), List.of(), List.of("DOUBLE_VISION"));
        Answers answers = SomeAnswers.with("TW-Q18", "YES_CANT_DO").and("TW-Q29", rows).toTwitching();
        assertThat(answers.wordsOf("TW-Q29")).contains("Yes: An eyelid droops\nNot sure: I see double\nNot answered: I once had a painful eye with blurred sight");
        Answers french = answers.seenIn(Questionnaires.shipped().get(TWITCHING.canonical(), Language.FRENCH));
        assertThat(french.seenWordsOf("TW-Q29").orElseThrow()).startsWith("Oui\u00a0: ").contains("\nJe ne sais pas\u00a0: ", "\nSans r\u00e9ponse\u00a0: ");
        assertThat(SomeAnswers.with("TW-Q18", "YES_CANT_DO").and("TW-Q29", new Answer.Rows(List.of(), EYES, List.of())).toTwitching().wordsOf("TW-Q29").orElseThrow())
                .startsWith("No: I see double; An eyelid droops; ").doesNotContain("\n");
    }

    private static Answer.Rows rows(Map<String, List<String>> said) {
        Answer.Rows rows = new Answer.Rows(said.getOrDefault("yes", List.of()), said.getOrDefault("no", List.of()), said.getOrDefault("unsure", List.of()));
        return (Answer.Rows) SomeAnswers.with("TW-Q18", "NO").and("TW-Q19", rows).toTwitching().to("TW-Q19").orElseThrow();
    }

    private static Answers after(String said, String code) {
        Answer.Rows rows = said.equals("yes") ? new Answer.Rows(List.of(code), List.of(), List.of()) : new Answer.Rows(List.of(), List.of(code), List.of());
        return SomeAnswers.with("TW-Q18", "NO").and("TW-Q25", rows).toTwitching();
    }

    private static void assertRefused(String linkId, Answer.Rows rows, String key) {
        assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> SomeAnswers.with("TW-Q18", "NO").and(linkId, rows).toTwitching())
                .satisfies(refused -> assertThat(refused.fields()).extracting(FieldRefused::key).containsExactly(key));
    }
}
