package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All questionnaires this build brings along, each against the list of its clinical content. */
class QuestionnaireTest {

    private static final List<String> WITHOUT_UNSURE = List.of("TW-Q01", "TW-Q03");
    private static final List<String> EXCLUSIVE = List.of("NONE", "UNSURE", "PREFER_NOT", "NOTHING", "NO_PERIODS", "NORMAL");
    private static final List<String> SHARED = List.of("TW-Q01", "TW-Q02", "TW-Q03", "TW-Q04", "TW-Q30", "SAF-Q01", "SAF-Q02",
            "SAF-Q03", "SAF-Q04", "SAF-Q05", "SAF-Q05.EGFR", "SAF-Q06", "SAF-Q07", "SAF-Q08", "SAF-Q08.INR", "SAF-Q10", "SAF-Q11");

    static List<Questionnaire> all() {
        return SomeQuestionnaires.ALL;
    }

    static List<Questionnaire> others() {
        return SomeQuestionnaires.ALL.stream().skip(1).toList();
    }

    @Test
    void thereIsOneForEachComplaintAndMuscleTwitchingComesFirst() {
        assertThat(all()).extracting(Questionnaire::name).containsExactly("muscle-twitching", "submandibular-swelling",
                "passing-out", "smell-after-covid", "bleeding-clotting", "belly-button-pain");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isKnownByItsCanonicalAddress(Questionnaire questionnaire) {
        assertThat(questionnaire.canonical()).isEqualTo("https://anteroom.clinic/questionnaires/" + questionnaire.name() + "|1");
        assertThat(questionnaire.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @MethodSource("all")
    void tellsPatientsInOneLineWhetherItIsAboutThem(Questionnaire questionnaire) {
        assertThat(questionnaire.title()).hasSizeLessThan(40);
        assertThat(questionnaire.description()).endsWith(".").hasSizeLessThan(100).doesNotContain("clinician");
    }

    @TestFactory
    Stream<DynamicTest> asksWhatTheClinicalContentAsks() {
        return all().stream().flatMap(questionnaire -> clinicalContent(questionnaire).map(line -> DynamicTest.dynamicTest(
                questionnaire.name() + " " + line[0], () -> asks(questionnaire, line))));
    }

    private static void asks(Questionnaire questionnaire, String[] line) {
        Question question = questionnaire.get(line[0]);
        assertThat(question.type()).isEqualTo(QuestionType.valueOf(line[1]));
        List<String> codes = Arrays.asList(line).subList(2, line.length);
        if (!codes.isEmpty()) {
            assertThat(question.options()).extracting(Option::code)
                    .filteredOn(code -> codes.contains("UNSURE") || !code.equals("UNSURE")).containsExactlyElementsOf(codes);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void asksNothingElse(Questionnaire questionnaire) {
        assertThat(questionnaire.questions()).extracting(Question::linkId)
                .containsExactlyInAnyOrderElementsOf(clinicalContent(questionnaire).map(line -> line[0]).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void emergencyQuestionIsAloneOnTheFirstPageAndCannotBeLeftOut(Questionnaire questionnaire) {
        Page first = questionnaire.pages().get(0);
        assertThat(first.questions()).extracting(Question::linkId).containsExactly("TW-Q04");
        assertThat(first.questions().get(0).required()).isTrue();
    }

    @Test
    void twitchingHasNoOtherQuestionThatCannotBeLeftOut() {
        assertThat(all().get(0).questions()).filteredOn(Question::required).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("others")
    void emergencyQuestionOfTheComplaintIsAloneOnTheSecondPageAndCannotBeLeftOut(Questionnaire questionnaire) {
        Page second = questionnaire.pages().get(1);
        assertThat(second.questions()).hasSize(1).allSatisfy(question -> {
            assertThat(question.linkId()).matches("[A-Z]{2}-Q01").doesNotStartWith("TW");
            assertThat(question.required()).isTrue();
            assertThat(question.option("NONE")).isPresent();
        });
        assertThat(questionnaire.questions()).filteredOn(Question::required).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsSharedIsAskedInTheSameWordsEverywhere(Questionnaire questionnaire) {
        for (String linkId : SHARED) {
            if (linkId.equals("SAF-Q01") && questionnaire.name().equals("belly-button-pain")) {
                continue; // BB-Q10 asks it, with its weeks.
            }
            Question here = questionnaire.get(linkId);
            Question there = all().get(0).get(linkId);
            assertThat(here.text()).isEqualTo(there.text());
            assertThat(here.options()).as(linkId).isEqualTo(there.options());
            assertThat(here.help()).as(linkId).isEqualTo(there.help());
            assertThat(here.hint()).as(linkId).isEqualTo(there.hint());
            assertThat(here.askedForTests()).as(linkId).isEqualTo(there.askedForTests());
            assertThat(here.code()).as(linkId).isEqualTo(there.code());
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void medicinesAreThoseOfTwitchingAndEightMore(Questionnaire questionnaire) {
        assertThat(questionnaire.get("TW-Q50").options()).containsAll(all().get(0).get("TW-Q50").options())
                .hasSize(all().get(0).get("TW-Q50").options().size() + 8);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyChoiceCanBeAnsweredWithNotSure(Questionnaire questionnaire) {
        assertThat(questionnaire.questions())
                .filteredOn(question -> question.type().hasOptions() && !WITHOUT_UNSURE.contains(question.linkId()))
                .allSatisfy(question -> assertThat(question.option("UNSURE")).as(question.linkId()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noneAndNotSureExcludeAllOthers(Questionnaire questionnaire) {
        assertThat(questionnaire.questions()).filteredOn(question -> question.type() == QuestionType.MULTI)
                .flatExtracting(Question::options)
                .allSatisfy(option -> assertThat(option.exclusive()).as(option.code()).isEqualTo(EXCLUSIVE.contains(option.code())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noPageAsksAQuestionThatHangsOnTheSamePageOrALaterOne(Questionnaire questionnaire) {
        List<Page> pages = questionnaire.pages();
        for (int i = 0; i < pages.size(); i++) {
            List<String> notYetAnswered = pages.subList(i, pages.size()).stream()
                    .flatMap(page -> page.questions().stream()).map(Question::linkId).toList();
            for (Question question : pages.get(i).questions()) {
                assertThat(question.enableWhen().linkIds()).as(question.linkId()).doesNotContainAnyElementsOf(notYetAnswered);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void pagesAreSmall(Questionnaire questionnaire) {
        assertThat(questionnaire.pages()).filteredOn(page -> !page.linkId().equals("page.side"))
                .allSatisfy(page -> assertThat(page.questions()).as(page.linkId()).hasSizeBetween(1, 4));
    }

    @ParameterizedTest
    @MethodSource("all")
    void wordsAreShort(Questionnaire questionnaire) {
        assertThat(questionnaire.questions()).allSatisfy(question -> {
            assertThat(words(question.text())).as(question.linkId()).allMatch(word -> word.length() <= 16);
            assertThat(question.text().length()).as(question.linkId()).isLessThanOrEqualTo(130);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void scalesGoFromNoneToTen(Questionnaire questionnaire) {
        assertThat(questionnaire.questions()).filteredOn(question -> question.type() == QuestionType.SCALE)
                .allSatisfy(question -> {
                    assertThat(question.min()).isZero();
                    assertThat(question.max()).isEqualByComparingTo("10");
                    assertThat(question.whole()).isTrue();
                });
    }

    @Test
    void numbersHaveAUnitOrNeedNone() {
        Questionnaire twitching = all().get(0);
        assertThat(twitching.get("TW-Q02").unit()).isEqualTo("years");
        assertThat(twitching.get("TW-Q40.HEIGHT_CM").unit()).isEqualTo("cm");
        assertThat(twitching.get("TW-Q40.WEIGHT_KG").unit()).isEqualTo("kg");
        assertThat(twitching.get("SAF-Q08.INR").unit()).isNull();
    }

    private static List<String> words(String text) {
        return List.of(text.split("[^A-Za-z]+"));
    }

    private static Stream<String[]> clinicalContent(Questionnaire questionnaire) {
        try (InputStream in = QuestionnaireTest.class.getResourceAsStream(questionnaire.name() + ".questions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
