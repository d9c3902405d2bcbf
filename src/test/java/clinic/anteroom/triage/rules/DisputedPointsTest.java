package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the clinic's first article and the guidelines differ (clinical content, section 7). */
class DisputedPointsTest {

    @Test
    void memoryTroubleGetsAVisitOfItsOwnAndNoEmg() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q02", 60).completed().with("TW-Q37", "MEMORY").completed().evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(evaluation.others()).containsExactly("MEMORY_CHECK");
        assertThat(evaluation.flags()).extracting(Flag::test).doesNotContain("EMG", "NCS", "CT", "MRI");
    }

    @Test
    void patientsNeverReadThatTwitchingMeansAlzheimers() {
        assertThat(TestDocuments.ruleSet().get("TW-R06").patient().get("en")).contains("not a usual sign of Alzheimer's");
    }

    @Test
    void slowMovesGoToNeurologyWithoutMuscleTest() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q02", 60).completed().with("TW-Q36", "SLOW_MOVES").evaluated();
        assertThat(evaluation.specialties()).first().isEqualTo("NEUROLOGY");
        assertThat(evaluation.flags()).extracting(Flag::test).doesNotContain("EMG", "NCS", "CT", "MRI");
    }

    @Test
    void ctIsOnlyEverDecidedInHospital() {
        assertThat(TestDocuments.ruleSet().rules()).allSatisfy(rule -> assertThat(rule.raise().proposals())
                .filteredOn(proposal -> proposal.test().equals("CT"))
                .allSatisfy(proposal -> assertThat(proposal.strength()).isEqualTo(Strength.HOSPITAL)));
    }

    @Test
    void isolatedTwitchingForMonthsGetsNoEmgNoImaging() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q10", "DAILY").with("TW-Q08", "M3_12").completed().evaluated();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(evaluation.specialties()).containsExactly("FAMILY_DOCTOR");
        assertThat(evaluation.flags()).isEmpty();
    }

    @Test
    void fourteenDaysAreTheLineNotAFewDays() {
        SomeAnswers constant = SomeAnswers.harmless().with("TW-Q10", "DAILY");
        assertThat(constant.with("TW-Q08.DATE", "2026-11-09").evaluated().urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(constant.with("TW-Q08.DATE", "2026-11-08").evaluated().urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void vitaminDIsMeasuredOnlyWithRisk() {
        SomeAnswers months = SomeAnswers.harmless().with("TW-Q10", "DAILY").with("TW-Q08", "M3_12").completed();
        assertThat(months.with("TW-Q48", "VEGAN").evaluated().flags()).flatExtracting(Flag::analytes).doesNotContain("VITAMIN_D");
        assertThat(months.with("TW-Q48", "LITTLE_SUN_OR_DAIRY").evaluated().flags()).flatExtracting(Flag::analytes).contains("VITAMIN_D");
    }

    @Test
    void anOldBenignHistoryDoesNotLowerSuddenWeakness() {
        assertThat(SomeAnswers.harmless().with("TW-Q54", "EMG_NORMAL", "SPECIALIST_SAW").with("TW-Q08", "GT_12M")
                .with("TW-Q04", "FACE_ARM_SPEECH").evaluated().urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void aNormalEmgIsNotRepeatedForTheSameTwitch() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q16", "CRAMP").with("TW-Q58", "A_LOT").with("TW-Q08", "M3_12")
                .completed().with("TW-Q54", "EMG_NORMAL").completed().evaluated();
        assertThat(evaluation.suppressed()).extracting(Suppressed::by).containsOnly("TW-X07");
        assertThat(evaluation.suppressed()).extracting(suppressed -> suppressed.flag().test()).containsExactlyInAnyOrder("EMG", "NCS");
        assertThat(evaluation.flags()).extracting(Flag::test).containsExactly("BLOOD");
    }

    @Test
    void anUnknownSuppressionKeepsTheFlagAndSaysSo() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q16", "CRAMP").with("TW-Q58", "A_LOT").with("TW-Q08", "M3_12")
                .completed().without("TW-Q54").evaluated();
        assertThat(evaluation.flags()).extracting(Flag::test).contains("EMG", "NCS");
        assertThat(evaluation.findings()).filteredOn(finding -> finding.rule().equals("TW-X07")).extracting(Finding::truth)
                .containsExactly(Truth.UNKNOWN);
    }

    @Test
    void rootPainWithANumbHandNeverGetsNcsWithoutEmg() {
        Evaluation evaluation = SomeAnswers.harmless().with("TW-Q30", "NECK_TO_ARM").with("TW-Q25", "ONE_HAND")
                .with("TW-Q26", "NIGHT_OR_POSITION").completed().evaluated();
        assertThat(evaluation.flags()).extracting(Flag::test).contains("NCS", "EMG");
    }
}
