package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies M1 to M9 of the clinical content, section 3.7: an answer left out is never "no". */
class MissingAnswersTest {

    @Test
    @DisplayName("M1 the emergency question left out is urgent and calls a nurse")
    void emergencyQuestionLeftOut() {
        Evaluation evaluation = SomeAnswers.harmless().without("TW-Q04").evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(evaluation.others()).contains("NURSE_CALL");
        assertThat(evaluation.emergencies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TW-Q16", "TW-Q18", "TW-Q19", "TW-Q23", "TW-Q25", "TW-Q27", "TW-Q28", "TW-Q30", "TW-Q32", "TW-Q34", "TW-Q50"})
    @DisplayName("M2 any safety question left out rules care at home out, and a call back is offered")
    void safetyQuestionLeftOut(String linkId) {
        Evaluation evaluation = SomeAnswers.harmless().without(linkId).evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(evaluation.others()).contains("CALL_BACK_OFFER");
        assertThat(evaluation.questionsToAsk()).contains(linkId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TW-Q16", "TW-Q18", "TW-Q19", "TW-Q23", "TW-Q25", "TW-Q27", "TW-Q28", "TW-Q30", "TW-Q32", "TW-Q34", "TW-Q50"})
    @DisplayName("M2 any safety question answered with not sure rules care at home out")
    void safetyQuestionUnsure(String linkId) {
        Evaluation evaluation = SomeAnswers.harmless().with(linkId, "UNSURE").completed().evaluated();
        assertThat(evaluation.urgency()).isNotEqualTo(Urgency.SELF_CARE);
        assertThat(evaluation.fired("TW-M2")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TW-Q05", "TW-Q25"})
    @DisplayName("M2 a safety question that hangs on one left out is open too")
    void hangingSafetyQuestion(String linkId) {
        assertThat(SomeAnswers.harmless().without(linkId).evaluated().urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    @DisplayName("M3 weak and unsure how fast: both sides are an emergency, one limb is urgent")
    void unsureHowFast() {
        SomeAnswers weak = SomeAnswers.harmless().with("TW-Q18", "YES_CANT_DO").with("TW-Q20", "UNSURE");
        assertThat(weak.with("TW-Q21", "BOTH_LEGS").evaluated().urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(weak.with("TW-Q21", "ONE_LIMB").evaluated().urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    @DisplayName("M3 weak on both sides and the speed left out could be an emergency: urgent")
    void speedLeftOut() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q18", "YES_CANT_DO").with("TW-Q21", "ALL_FOUR").evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(evaluation.urgencyRules()).contains("TW-E04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_SEEN", "UNSURE", ""})
    @DisplayName("M4 severe pain after exercise and pee not seen, unsure or left out: urgent, never emergency")
    void peeNotSeen(String pee) {
        SomeAnswers form = SomeAnswers.harmless().with("TW-Q30", "SEVERE_BEYOND_WORKOUT").without("TW-Q32");
        Evaluation evaluation = (pee.isEmpty() ? form : form.with("TW-Q32", pee)).evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(evaluation.fired("TW-U02")).isTrue();
    }

    @Test
    @DisplayName("M5 age left out: with a finding as a child's")
    void ageLeftOutWithFinding() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q23", "YES").without("TW-Q02").evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(evaluation.urgencyRules()).containsExactly("TW-U12");
    }

    @Test
    @DisplayName("M5 age left out: without a finding as from 50 on")
    void ageLeftOutWithoutFinding() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q08", "W4_12").completed().without("TW-Q02").evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.SOON);
        assertThat(evaluation.urgencyRules()).containsExactly("TW-R13");
    }

    @Test
    @DisplayName("M5 age left out of a harmless form: no care at home")
    void ageLeftOut() {
        assertThat(SomeAnswers.harmless().without("TW-Q02").evaluated().urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    @DisplayName("M6 not weak but a foot drags: the worrying answer counts, and both are shown")
    void contradiction() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q18", "NO").with("TW-Q19", "FOOT_DRAGS").evaluated();
        assertThat(evaluation.fired("TW-S01")).isTrue();
        assertThat(evaluation.notes()).extracting(Note::rule).contains("TW-M6");
        assertThat(evaluation.findings()).filteredOn(finding -> finding.rule().equals("TW-M6"))
                .flatExtracting(Finding::because).extracting(Because::answer).contains("NO", "FOOT_DRAGS");
    }

    @Test
    @DisplayName("M7 safety answers left out: the flag is raised and on hold")
    void safetyAnswersLeftOut() {
        Evaluation evaluation = SomeAnswers.manOf58().evaluated();
        assertThat(evaluation.warnings()).contains(new Warning("TW-W01", java.util.List.of("MRI"), true),
                new Warning("TW-W10", java.util.List.of("EMG"), true));
        assertThat(evaluation.flags()).extracting(Flag::test).contains("MRI", "EMG");
    }

    @Test
    @DisplayName("M7 a safety question that was never put is left out, not no")
    void safetyQuestionNeverPut() {
        Evaluation evaluation = Evaluator.evaluate(TestDocuments.ruleSet(), SomeAnswers.manOf58().answers(), SomeAnswers.TODAY);
        assertThat(evaluation.warnings()).contains(new Warning("TW-W01", java.util.List.of("MRI"), true));
    }

    @Test
    @DisplayName("M7 unsure about an implant holds the flag too; none lifts it")
    void unsureHolds() {
        assertThat(SomeAnswers.manOf58().with("SAF-Q03", "UNSURE").evaluated().warnings())
                .contains(new Warning("TW-W01", java.util.List.of("MRI"), true));
        assertThat(SomeAnswers.manOf58().with("SAF-Q03", "NONE").evaluated().warnings()).extracting(Warning::rule)
                .doesNotContain("TW-W01", "TW-W02", "TW-W03", "TW-W13");
    }

    @Test
    @DisplayName("M8 emergency words in free text warn staff and never lower urgency")
    void emergencyWords() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q56", "Sometimes I have chest pain").evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(evaluation.others()).contains("STAFF_CALL");
        assertThat(SomeAnswers.harmless().with("TW-Q04", "BREATH_REST").with("TW-Q56", "no chest pain").evaluated().urgency())
                .isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    @DisplayName("M9 a carer's answers are marked")
    void carerAnswers() {
        assertThat(SomeAnswers.harmless().with("TW-Q01", "CARER_OTHER").evaluated().others()).containsExactly("REPORTED_BY_OTHER");
    }

    @Test
    void leavingOutEverythingButTheFirstQuestionIsNoEmergencyAndNoCareAtHome() {
        Evaluation evaluation = SomeAnswers.none().with("TW-Q04", "NONE").evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(evaluation.flags()).isEmpty();
    }

    @Test
    void anEmptyFormIsUrgent() {
        assertThat(SomeAnswers.none().evaluated().urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void leavingOutOneMoreAnswerNeverMakesItCareAtHome() {
        for (var question : TestDocuments.questionnaire().questions()) {
            SomeAnswers form = SomeAnswers.harmless().with("TW-Q18", "YES_CANT_DO").completed().without(question.linkId());
            assertThat(form.evaluated().urgency()).as(question.linkId()).isNotEqualTo(Urgency.SELF_CARE);
        }
    }
}
