package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor's page asks of an explanation, for every complaint: conditions in words, and what would change a flag. */
class ComplaintExplanationTest {

    static List<TestDocuments.Pair> others() {
        return TestDocuments.ALL.stream().skip(1).toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyFindingAndFlagIsExplained(TestDocuments.Pair about) {
        Answers answers = RuleCasesTest.harmless(about).with("TW-Q04", "DARK_URINE").completed().answersWhenFlagged("BLOOD");
        Explanation explanation = Explanation.of(about.ruleSet(), answers, SomeAnswers.TODAY);
        Wording wording = new Wording(answers);
        assertThat(explanation.evaluation().flags()).isNotEmpty();
        assertThat(about.ruleSet().rules()).allSatisfy(rule -> {
            RuleTrace trace = explanation.trace(rule.id());
            assertThat(Stream.of(trace.met(), trace.notMet(), trace.unknown()).flatMap(List::stream).map(wording::condition))
                    .as(rule.id()).isNotEmpty().doesNotContain("");
        });
        explanation.evaluation().flags().forEach(flag -> assertThat(explanation.toRemove(flag.test(), flag.bodyPart())).isNotNull());
        assertThat(explanation.toRaise()).isNotEmpty();
    }
}
