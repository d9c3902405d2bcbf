package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import java.util.List;
import java.util.Map;
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

    @Test
    void bigJerksWithAFastDeclineAreSeenTodayByNeurology() {
        SomeAnswers jerks = SomeAnswers.harmless().with("TW-Q16", "BIG_JERK").completed().with("TW-Q37", "MEMORY").with("TW-Q37.SPEED", "WEEKS");
        Evaluation fast = jerks.evaluated();
        assertThat(fast.urgencyRules()).containsExactly("TW-U13");
        assertThat(fast.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(fast.specialties()).first().isEqualTo("NEUROLOGY");
        assertThat(jerks.with("TW-Q37.SPEED", "YEARS").evaluated().fired("TW-U13")).isFalse();
    }

    @Test
    void noAnswerAboutThinkingEverAddsOrRemovesAMuscleTestOrAScan() {
        RandomForms forms = new RandomForms(TestDocuments.TWITCHING, 37);
        List<Option> thinking = TestDocuments.questionnaire().get("TW-Q37").options();
        for (int i = 0; i < 300; i++) {
            Answers form = forms.next();
            // What TW-U13 is about, fast decline together with big jerks, is the one exception the content makes.
            SomeAnswers without = SomeAnswers.of(TestDocuments.TWITCHING, form).with("TW-Q37", "NONE").without("TW-Q37.SPEED");
            SomeAnswers with = SomeAnswers.of(TestDocuments.TWITCHING, form).with("TW-Q37", thinking.get(i % thinking.size()).code())
                    .with("TW-Q37.SPEED", "YEARS");
            assertThat(muscleAndScans(with)).as("%s", form.canonicalJson()).isEqualTo(muscleAndScans(without));
        }
    }

    @Test
    void noPatientReadsOfADementiaExceptThatTwitchingDoesNotPointToIt() {
        for (TestDocuments.Pair about : TestDocuments.ALL) {
            assertThat(about.ruleSet().rules()).filteredOn(rule -> !rule.id().startsWith("TW-R06")).allSatisfy(rule ->
                    assertThat(rule.patient().values()).as(rule.id()).allSatisfy(words -> assertThat(words)
                            .doesNotContainIgnoringCase("alzheimer").doesNotContainIgnoringCase("dementia").doesNotContainIgnoringCase("démence")));
        }
        assertThat(TestDocuments.questionnaire().questions()).allSatisfy(question -> assertThat(question.text())
                .doesNotContainIgnoringCase("alzheimer").doesNotContainIgnoringCase("dementia"));
    }

    @Test
    void withoutAnEmergencyNoFormAboutTwitchingEverGetsACt() {
        RandomForms forms = new RandomForms(TestDocuments.TWITCHING, 7);
        for (int i = 0; i < 1000; i++) {
            Evaluation evaluation = Evaluator.evaluate(TestDocuments.ruleSet(), forms.next(), SomeAnswers.TODAY);
            assertThat(evaluation.flags()).filteredOn(flag -> flag.test().equals("CT")).allSatisfy(flag -> {
                assertThat(flag.strength()).isEqualTo(Strength.HOSPITAL);
                assertThat(flag.rules()).allMatch(rule -> rule.startsWith("TW-E"));
            });
        }
    }

    @Test
    void aTwitchAloneGoesToTheFamilyDoctorFirst() {
        for (String place : List.of("EYELID", "CALF_SHIN", "HAND_FINGERS", "MOVES_AROUND", "WHOLE_BODY")) {
            Evaluation evaluation = SomeAnswers.harmless().with("TW-Q05", place).with("TW-Q10", "DAILY").with("TW-Q08", "D15_28").completed().evaluated();
            assertThat(evaluation.urgency()).as(place).isEqualTo(Urgency.ROUTINE);
            assertThat(evaluation.specialties()).as(place).containsExactly("FAMILY_DOCTOR");
        }
    }

    @Test
    void calciumAndMagnesiumAreMeasuredTogether() {
        RandomForms forms = new RandomForms(TestDocuments.TWITCHING, 11);
        for (int i = 0; i < 1000; i++) {
            Evaluation evaluation = Evaluator.evaluate(TestDocuments.ruleSet(), forms.next(), SomeAnswers.TODAY);
            assertThat(evaluation.flags()).filteredOn(flag -> flag.rules().contains("TW-U01"))
                    .allSatisfy(flag -> assertThat(flag.analytes()).contains("CALCIUM", "MG"));
        }
        assertThat(SomeAnswers.harmless().with("TW-Q16", "HAND_LOCKS").completed().evaluated().flags())
                .flatExtracting(Flag::analytes).contains("CALCIUM", "MG");
    }

    @Test
    void homeAdviceIsLimitedForKidneyHeartDiabetesPregnancyNumbnessAndInjury() {
        Map.of("TW-Q52", List.of("KIDNEY", "HEART_FAILURE", "DIABETES"), "TW-Q25", List.of("BOTH_FEET"), "TW-Q49", List.of("AREA_INJURY_NOW"))
                .forEach((question, codes) -> codes.forEach(code -> assertThat(SomeAnswers.harmless().with(question, code).completed()
                        .truthOf("TW-W18")).as(code).isEqualTo(Truth.TRUE)));
        assertThat(TestDocuments.ruleSet().get("TW-W18").patient().get("en")).contains("potassium", "heat", "water");
    }

    @Test
    void persistenceAloneIsNoReasonForATestOfNervesOrMuscles() {
        for (String since : List.of("D15_28", "W4_12", "M3_12", "GT_12M")) {
            assertThat(muscleAndScans(SomeAnswers.harmless().with("TW-Q10", "DAILY").with("TW-Q08", since).completed())).as(since).isEmpty();
        }
    }

    private static List<String> muscleAndScans(SomeAnswers form) {
        return form.evaluated().flags().stream().filter(flag -> !flag.test().equals("BLOOD"))
                .map(flag -> flag.test() + " " + flag.bodyPart() + " " + flag.strength()).sorted().toList();
    }
}
