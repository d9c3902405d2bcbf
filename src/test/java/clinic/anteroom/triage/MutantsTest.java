package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.Mutant;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether the shipped cases would notice a small mistake in a rule that sends somebody to hospital or to a doctor today. */
class MutantsTest {

    /**
     * Changed parts that no evaluation can show. TW-E02: speech or swallowing trouble always meets TW-U04, which is more
     * urgent than what TW-E02 asks for. BB-R02: under fifty the rule is false, whatever its policy for the unknown says.
     */
    private static final Set<String> NEVER_SEEN = Set.of("TW-E02: BULBAR left out", "BB-R02: AGE ge 50 one step lower");

    @TestFactory
    Stream<DynamicTest> everyMistakeInAnEmergencyOrUrgentRuleIsNoticed() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            List<Mutant> survivors = cases(about).survivors(mutant -> mutant.level().compareTo(Level.U) <= 0, SomeAnswers.TODAY);
            assertThat(survivors).extracting(Mutant::toString).isSubsetOf(NEVER_SEEN);
        }));
    }

    @Test
    void withoutCasesMistakesSurvive() {
        RuleCases none = new RuleCases(TestDocuments.ruleSet(), TestDocuments.questionnaire(), List.of());
        assertThat(none.survivors(mutant -> mutant.place().equals("TW-E07"), SomeAnswers.TODAY)).extracting(Mutant::what)
                .contains("TW-Q31 ge 8 one step lower", "DURATION_DAYS le 7 one step higher", "TW-Q30 hasAny SWOLLEN_HARD left out");
    }

    @Test
    void everyShippedCaseHoldsAndThereAreMoreThan120() {
        assertThat(TestDocuments.ALL).allSatisfy(about -> assertThat(cases(about).failures()).as(about.name()).isEmpty());
        assertThat(TestDocuments.ALL.stream().mapToInt(about -> lines(about).size()).sum()).isGreaterThanOrEqualTo(120);
    }

    private static RuleCases cases(TestDocuments.Pair about) {
        return new RuleCases(about.ruleSet(), about.questionnaire(), lines(about));
    }

    private static List<String> lines(TestDocuments.Pair about) {
        return RuleSets.cases(about.name(), about.ruleSet().heading().version());
    }
}
