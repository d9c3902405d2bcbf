package clinic.anteroom.intake;

import static clinic.anteroom.intake.SomeAnswers.TWITCHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuestionnaireTest {

    private static final List<String> WITHOUT_UNSURE = List.of("TW-Q01", "TW-Q03");

    @Test
    void isKnownByItsCanonicalAddress() {
        assertThat(TWITCHING.canonical()).isEqualTo("https://anteroom.clinic/questionnaires/muscle-twitching|1");
        assertThat(TWITCHING.name()).isEqualTo("muscle-twitching");
        assertThat(TWITCHING.sha256()).hasSize(64);
    }

    @TestFactory
    Stream<DynamicTest> asksWhatTheClinicalContentAsks() throws IOException {
        return clinicalContent().map(line -> DynamicTest.dynamicTest(line[0], () -> {
            Question question = TWITCHING.get(line[0]);
            assertThat(question.type()).isEqualTo(QuestionType.valueOf(line[1]));
            List<String> codes = Arrays.asList(line).subList(2, line.length);
            if (!codes.isEmpty()) {
                assertThat(question.options()).extracting(Option::code)
                        .filteredOn(code -> codes.contains("UNSURE") || !code.equals("UNSURE")).containsExactlyElementsOf(codes);
            }
        }));
    }

    @Test
    void asksNothingElse() throws IOException {
        assertThat(TWITCHING.questions()).extracting(Question::linkId)
                .containsExactlyInAnyOrderElementsOf(clinicalContent().map(line -> line[0]).toList());
    }

    @Test
    void emergencyQuestionIsAloneOnTheFirstPageAndCannotBeLeftOut() {
        Page first = TWITCHING.pages().get(0);
        assertThat(first.questions()).extracting(Question::linkId).containsExactly("TW-Q04");
        assertThat(first.questions().get(0).required()).isTrue();
        assertThat(TWITCHING.questions()).filteredOn(Question::required).hasSize(1);
    }

    @Test
    void everyChoiceCanBeAnsweredWithNotSure() {
        assertThat(TWITCHING.questions())
                .filteredOn(question -> question.type().hasOptions() && !WITHOUT_UNSURE.contains(question.linkId()))
                .allSatisfy(question -> assertThat(question.option("UNSURE")).as(question.linkId()).isPresent());
    }

    @Test
    void noneAndNotSureExcludeAllOthers() {
        assertThat(TWITCHING.questions()).filteredOn(question -> question.type() == QuestionType.MULTI)
                .flatExtracting(Question::options)
                .allSatisfy(option -> assertThat(option.exclusive()).as(option.code())
                        .isEqualTo(List.of("NONE", "UNSURE", "PREFER_NOT").contains(option.code())));
    }

    @Test
    void noPageAsksAQuestionThatHangsOnTheSamePageOrALaterOne() {
        for (int i = 0; i < TWITCHING.pages().size(); i++) {
            List<String> notYetAnswered = TWITCHING.pages().subList(i, TWITCHING.pages().size()).stream()
                    .flatMap(page -> page.questions().stream()).map(Question::linkId).toList();
            for (Question question : TWITCHING.pages().get(i).questions()) {
                assertThat(question.enableWhen().linkIds()).as(question.linkId()).doesNotContainAnyElementsOf(notYetAnswered);
            }
        }
    }

    @Test
    void pagesAreSmall() {
        assertThat(TWITCHING.pages()).filteredOn(page -> !page.linkId().equals("page.side"))
                .allSatisfy(page -> assertThat(page.questions()).as(page.linkId()).hasSizeBetween(1, 4));
    }

    @Test
    void wordsAreShort() {
        assertThat(TWITCHING.questions()).allSatisfy(question -> {
            assertThat(words(question.text())).as(question.linkId()).allMatch(word -> word.length() <= 16);
            assertThat(question.text().length()).as(question.linkId()).isLessThanOrEqualTo(130);
        });
    }

    @Test
    void scalesGoFromNoneToTen() {
        assertThat(TWITCHING.questions()).filteredOn(question -> question.type() == QuestionType.SCALE).hasSize(2)
                .allSatisfy(question -> {
                    assertThat(question.min()).isZero();
                    assertThat(question.max()).isEqualByComparingTo("10");
                    assertThat(question.whole()).isTrue();
                });
    }

    @Test
    void numbersHaveAUnitOrNeedNone() {
        assertThat(TWITCHING.get("TW-Q02").unit()).isEqualTo("years");
        assertThat(TWITCHING.get("TW-Q40.HEIGHT_CM").unit()).isEqualTo("cm");
        assertThat(TWITCHING.get("TW-Q40.WEIGHT_KG").unit()).isEqualTo("kg");
        assertThat(TWITCHING.get("SAF-Q08.INR").unit()).isNull();
    }

    private static List<String> words(String text) {
        return List.of(text.split("[^A-Za-z]+"));
    }

    static Stream<String[]> clinicalContent() throws IOException {
        try (InputStream in = QuestionnaireTest.class.getResourceAsStream("muscle-twitching.questions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split(" "));
        }
    }
}
