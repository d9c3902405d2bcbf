package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {

    static List<TestDocuments.Pair> all() {
        return TestDocuments.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void haveNoFault(TestDocuments.Pair about) {
        assertThat(RuleSetCheck.faults(about.ruleSet(), about.questionnaire())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nameNoDiagnosisInAQuestion(TestDocuments.Pair about) {
        List<String> diagnoses = TestDocuments.ALL.stream()
                .flatMap(one -> one.ruleSet().patientNeverReads().get("en").stream()).distinct().toList();
        assertThat(about.questionnaire().questions()).allSatisfy(question -> assertThat(diagnoses)
                .as(question.text()).noneMatch(diagnosis -> new Phrases(List.of(diagnosis)).in(question.text())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void neverTellAPatientWhatTheyDoNotHave(TestDocuments.Pair about) {
        assertThat(about.ruleSet().rules()).allSatisfy(rule -> assertThat(rule.patient().getOrDefault("en", ""))
                .as(rule.id()).doesNotContainIgnoringCase("you do not have").doesNotContainIgnoringCase("you don't have"));
    }

    @Test
    void sayThatNoClinicianSignedThem() {
        assertThat(SomeAnswers.harmless().evaluated().basis().status()).isEqualTo("draft, not yet signed off by a clinician");
    }

    @Test
    void letAHarmlessFormCareForItselfAtHome() {
        Evaluation evaluation = SomeAnswers.harmless().evaluated();
        assertThat(evaluation.urgencyRules()).as("%s", evaluation.canonicalJson()).containsExactly("TW-C01", "TW-C04");
        assertThat(evaluation.urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(evaluation.flags()).isEmpty();
    }

    @Test
    void sendTheManOf58ToNeurologySoon() {
        Evaluation evaluation = SomeAnswers.manOf58().evaluated();
        assertThat(evaluation.urgency()).as("%s", evaluation.canonicalJson()).isEqualTo(Urgency.SOON);
        assertThat(evaluation.flags()).extracting(Flag::test, Flag::strength).contains(
                org.assertj.core.groups.Tuple.tuple("EMG", Strength.FLAG), org.assertj.core.groups.Tuple.tuple("NCS", Strength.FLAG),
                org.assertj.core.groups.Tuple.tuple("BLOOD", Strength.FLAG));
        assertThat(evaluation.flags()).extracting(Flag::test).doesNotContain("CT");
        assertThat(evaluation.specialties()).containsExactly("NEUROLOGY");
    }
}
