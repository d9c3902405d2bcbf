package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void haveNoFault() {
        assertThat(RuleSetCheck.faults(TestDocuments.ruleSet(), TestDocuments.questionnaire())).isEmpty();
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
