package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"submandibular-swelling, SELF_CARE, SA-R12", "smell-after-covid, SELF_CARE, SM-R07",
        "bleeding-clotting, SELF_CARE, CL-R12", "belly-button-pain, SELF_CARE, BB-R12"})
    void letTheHarmlessFormsOfFourMoreComplaintsCareForThemselvesAtHome(String complaint, Urgency urgency, String rule) {
        Evaluation evaluation = RuleCasesTest.harmless(named(complaint)).evaluated();
        assertThat(evaluation.urgency()).as("%s", evaluation.canonicalJson()).isEqualTo(urgency);
        assertThat(evaluation.urgencyRules()).containsExactly(rule);
        assertThat(evaluation.flags()).isEmpty();
    }

    @Test
    void neverSendSomebodyWhoNearlyPassedOutHomeWithoutAVisit() {
        Evaluation evaluation = RuleCasesTest.harmless(named("passing-out")).evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(named("passing-out").ruleSet().rules(Level.C)).isEmpty();
    }

    @Test
    void raiseNoCtInEarlyPregnancyButKeepTheOneAnEmergencyNeeds() {
        SomeAnswers early = RuleCasesTest.harmless(named("belly-button-pain")).with("TW-Q03", "FEMALE").with("BB-Q10", "YES")
                .with("BB-Q10.WEEKS", 8).with("BB-Q10.SIGNS", "NONE").with("BB-Q06", 3).with("BB-Q09", "PUS").completed();
        assertThat(early.evaluated().flags()).extracting(Flag::test).doesNotContain("CT");
        assertThat(early.with("BB-Q08", "STUCK").evaluated().flags()).extracting(Flag::test).contains("CT");
    }

    private static TestDocuments.Pair named(String complaint) {
        return TestDocuments.ALL.stream().filter(about -> about.name().equals(complaint)).findFirst().orElseThrow();
    }
}
