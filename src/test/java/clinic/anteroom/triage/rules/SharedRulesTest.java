package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Option;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 0 of the clinical content "Other complaints": what every complaint shares with muscle twitching. */
class SharedRulesTest {

    // TW-E07 reads pain level, numbness and days, which only twitching asks.
    private static final Set<String> ONLY_TWITCHING = Set.of("TW-E07");
    private static final List<String> WARNINGS = List.of("TW-W01", "TW-W02", "TW-W03", "TW-W04", "TW-W05", "TW-W06", "TW-W07",
            "TW-W08", "TW-W09", "TW-W16", "TW-W17", "TW-W18");

    static List<TestDocuments.Pair> others() {
        return TestDocuments.ALL.stream().skip(1).toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void emergencyRulesAreTheSameRulesEverywhere(TestDocuments.Pair about) {
        for (Rule twitching : TestDocuments.ruleSet().rules(Level.E)) {
            if (ONLY_TWITCHING.contains(twitching.id())) {
                continue;
            }
            Rule here = about.ruleSet().get(twitching.id());
            assertSameRule(here, twitching);
            assertThat(here.raise().urgency()).isEqualTo(Urgency.EMERGENCY);
            assertThat(here.raise().specialties()).isEqualTo(twitching.raise().specialties());
            assertThat(here.raise().others()).isEqualTo(twitching.raise().others());
            assertThat(here.raise().proposals()).isEqualTo(twitching.raise().proposals().stream()
                    .filter(proposal -> !Set.of("EMG", "NCS").contains(proposal.test())).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyTickOnTheEmergencyPageButDarkPeeIsAnEmergencyAtOnce(TestDocuments.Pair about) {
        for (Option option : about.questionnaire().get("TW-Q04").options()) {
            Urgency urgency = SomeAnswers.about(about).with("TW-Q04", option.code()).evaluated().urgency();
            boolean atOnce = !Set.of("NONE", "UNSURE", "DARK_URINE").contains(option.code());
            assertThat(urgency == Urgency.EMERGENCY).as(option.code()).isEqualTo(atOnce);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyTickOnTheComplaintsOwnEmergencyPageIsAnEmergency(TestDocuments.Pair about) {
        String own = own(about);
        for (Option option : about.questionnaire().get(own).options()) {
            Urgency urgency = SomeAnswers.about(about).with("TW-Q04", "NONE").with(own, option.code()).evaluated().urgency();
            assertThat(urgency == Urgency.EMERGENCY).as(option.code()).isEqualTo(!Set.of("NONE", "UNSURE").contains(option.code()));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void warningsThatGoWithBloodTestsAndScansAreTheSameEverywhere(TestDocuments.Pair about) {
        for (String id : WARNINGS) {
            assertSameRule(about.ruleSet().get(id), TestDocuments.ruleSet().get(id));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void neitherEmgNorNcsIsEverRaised(TestDocuments.Pair about) {
        assertThat(about.ruleSet().rules()).flatExtracting(rule -> rule.raise().proposals())
                .extracting("test").isSubsetOf("BLOOD", "CT", "MRI");
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("M1 an emergency question left out or unsure is urgent and calls a nurse")
    void emergencyQuestionLeftOut(TestDocuments.Pair about) {
        for (String linkId : List.of("TW-Q04", own(about))) {
            for (SomeAnswers form : List.of(RuleCasesTest.harmless(about).without(linkId),
                    RuleCasesTest.harmless(about).with(linkId, "UNSURE"))) {
                Evaluation evaluation = form.evaluated();
                assertThat(evaluation.urgency()).as(linkId).isEqualTo(Urgency.URGENT);
                assertThat(evaluation.others()).as(linkId).contains("NURSE_CALL");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("M2 no question of the complaint left out or unsure leaves care at home, and a call back is offered")
    void safetyQuestionLeftOutOrUnsure(TestDocuments.Pair about) {
        Set<String> redFlags = about.ruleSet().rules(Level.M).stream().filter(rule -> rule.id().endsWith("-M2"))
                .flatMap(rule -> rule.when().tree()).filter(Condition.class::isInstance).map(part -> ((Condition) part).input())
                .collect(Collectors.toSet());
        assertThat(redFlags).hasSizeGreaterThan(8).contains("TW-Q04", own(about));
        for (String linkId : redFlags) {
            if (RuleCasesTest.harmless(about).answers().to(linkId).isEmpty()) {
                continue;
            }
            Evaluation left = RuleCasesTest.harmless(about).without(linkId).evaluated();
            assertThat(left.urgency()).as(linkId).isNotEqualTo(Urgency.SELF_CARE);
            assertThat(left.others()).as(linkId).contains("CALL_BACK_OFFER");
            if (about.questionnaire().get(linkId).option("UNSURE").isPresent()) {
                Evaluation unsure = RuleCasesTest.harmless(about).with(linkId, "UNSURE").completed().evaluated();
                assertThat(unsure.urgency()).as(linkId).isNotEqualTo(Urgency.SELF_CARE);
                assertThat(unsure.others()).as(linkId).contains("CALL_BACK_OFFER");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void underSixteenNothingIsCareAtHomeAndEveryFindingCallsStaff(TestDocuments.Pair about) {
        assertThat(RuleCasesTest.harmless(about).with("TW-Q02", 15).completed().evaluated().urgency()).isNotEqualTo(Urgency.SELF_CARE);
        assertThat(RuleCasesTest.harmless(about).without("TW-Q02").evaluated().urgency()).isNotEqualTo(Urgency.SELF_CARE);
        Evaluation found = RuleCasesTest.harmless(about).with("TW-Q02", 15).with("TW-Q04", "DARK_URINE").completed().evaluated();
        assertThat(found.others()).contains("STAFF_CALL", "CHILD_PATHWAY");
        assertThat(found.specialties()).contains("PAEDIATRICS");
    }

    @ParameterizedTest
    @MethodSource("others")
    void leavingOutOneMoreAnswerNeverLowersAnEmergency(TestDocuments.Pair about) {
        for (var question : about.questionnaire().questions()) {
            SomeAnswers form = RuleCasesTest.harmless(about).with("TW-Q04", "CHEST_PAIN").without(question.linkId());
            if (!question.linkId().equals("TW-Q04")) {
                assertThat(form.evaluated().urgency()).as(question.linkId()).isEqualTo(Urgency.EMERGENCY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyRuleOfTheContentIsThereWithItsUrgencyItsConfidenceAndItsSources(TestDocuments.Pair about) {
        List<String[]> content = TestDocuments.text("/clinic/anteroom/triage/" + about.name() + ".rules.txt").lines()
                .filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).toList();
        assertThat(content).hasSizeBetween(10, 12).allSatisfy(line -> {
            Rule rule = about.ruleSet().get(line[0]);
            assertThat(String.valueOf(rule.raise().urgency())).as(line[0]).isEqualTo(line[1].equals("NONE") ? "null" : line[1]);
            assertThat(rule.sources()).as(line[0]).extracting(source -> source.grade().name()).contains(line[2]);
            assertThat(rule.sources().get(0).grade().name()).as(line[0]).isEqualTo(line[2]);
            assertThat(rule.sources()).as(line[0]).extracting(Source::id).containsAll(List.of(line).subList(3, line.length));
        });
    }

    private static String own(TestDocuments.Pair about) {
        return about.questionnaire().pages().get(1).questions().get(0).linkId();
    }

    private static void assertSameRule(Rule here, Rule twitching) {
        assertThat(here.level()).as(here.id()).isEqualTo(twitching.level());
        assertThat(here.version()).as(here.id()).isEqualTo(twitching.version());
        assertThat(here.patient()).as(here.id()).isEqualTo(twitching.patient());
        assertThat(here.patientMayRead()).as(here.id()).isEqualTo(twitching.patientMayRead());
        assertThat(here.sources()).as(here.id()).isEqualTo(twitching.sources());
        assertThat(here.onTests()).as(here.id()).isEqualTo(twitching.onTests());
    }
}
