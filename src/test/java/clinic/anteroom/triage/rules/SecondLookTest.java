package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    @Test
    void harmlessCompleteFormNeedsNone() {
        assertThat(at(SomeAnswers.harmless()).isEmpty()).isTrue();
    }

    @Test
    void strongButAFootDragsIsShownWithBothAnswers() {
        assertThat(at(SomeAnswers.harmless().with("TW-Q19", "FOOT_DRAGS")).contradictions()).containsExactly(List.of("TW-Q18", "TW-Q19"));
    }

    @Test
    void eachContradictionStandsByItself() {
        assertThat(at(SomeAnswers.harmless().with("TW-Q19", "FOOT_DRAGS").with("TW-Q28", "AT_REST").with("TW-Q12", "NOT_LINKED")).contradictions())
                .containsExactly(List.of("TW-Q18", "TW-Q19"), List.of("TW-Q04", "TW-Q28"), List.of("TW-Q10", "TW-Q12"));
    }

    @Test
    void weakAndAFootDragsFitTogether() {
        assertThat(at(SomeAnswers.harmless().with("TW-Q18", "YES_CANT_DO").with("TW-Q19", "FOOT_DRAGS")).contradictions()).isEmpty();
    }

    @Test
    void dayAndBandMustMeet() {
        SomeAnswers threeDays = SomeAnswers.harmless().with("TW-Q08", "D1_3");
        assertThat(at(threeDays.with("TW-Q08.DATE", "2026-11-20")).contradictions()).isEmpty();
        assertThat(at(threeDays.with("TW-Q08.DATE", "2026-11-18")).contradictions()).isEmpty();
        assertThat(at(threeDays.with("TW-Q08.DATE", "2026-11-17")).contradictions()).containsExactly(List.of("TW-Q08", "TW-Q08.DATE"));
        assertThat(at(SomeAnswers.harmless().with("TW-Q08", "GT_12M").with("TW-Q08.DATE", "2026-11-22")).contradictions())
                .containsExactly(List.of("TW-Q08", "TW-Q08.DATE"));
        assertThat(at(SomeAnswers.harmless().with("TW-Q08", "UNSURE").with("TW-Q08.DATE", "2020-01-01")).contradictions()).isEmpty();
    }

    @Test
    void nothingBeginsBeforeBirth() {
        assertThat(at(SomeAnswers.harmless().with("TW-Q02", 30).with("TW-Q08", "GT_12M").with("TW-Q08.DATE", "1990-01-01")).contradictions())
                .containsExactly(List.of("TW-Q02", "TW-Q08.DATE"));
    }

    @Test
    void safetyQuestionsLeftOutAreNamedInTheOrderOfTheForm() {
        assertThat(at(SomeAnswers.harmless().without("TW-Q27", "TW-Q18", "TW-Q43")).leftOut()).containsExactly("TW-Q18", "TW-Q27");
        assertThat(at(SomeAnswers.none()).leftOut()).contains("TW-Q04", "TW-Q02").doesNotContain("TW-Q20");
    }

    private static SecondLook at(SomeAnswers answers) {
        return SecondLook.at(TestDocuments.ruleSet(), answers.answers(), SomeAnswers.TODAY);
    }
}
