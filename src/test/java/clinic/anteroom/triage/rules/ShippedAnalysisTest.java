package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the checks say about the documents of this build. Errors fail the build; warnings are printed. */
class ShippedAnalysisTest {

    private static final List<Remark> REMARKS = RuleAnalysis.of(TestDocuments.ruleSet(), TestDocuments.questionnaire(),
            SomeAnswers.TODAY, RuleAnalysis.BUDGET);

    @Test
    void thereIsNoErrorAndWarningsArePrinted() {
        REMARKS.stream().filter(remark -> remark.severity() != Remark.Severity.NOTE).forEach(remark ->
                System.out.println(remark.severity() + " " + remark.kind() + ": " + remark.sentence()));
        Map<Remark.Kind, Long> counts = REMARKS.stream().collect(Collectors.groupingBy(Remark::kind, Collectors.counting()));
        System.out.println(new java.util.TreeMap<>(counts));
        assertThat(REMARKS).filteredOn(remark -> remark.severity() == Remark.Severity.ERROR).isEmpty();
        assertThat(REMARKS).noneMatch(remark -> remark.kind() == Remark.Kind.NOT_DECIDED);
    }

    @Test
    void everyWitnessIsTakenAtItsWordByTheEvaluator() {
        assertThat(REMARKS).filteredOn(remark -> remark.rules().size() == 2 && remark.witness() != null).isNotEmpty().allSatisfy(remark -> {
            Evaluation evaluation = Evaluator.evaluate(TestDocuments.ruleSet(), remark.witness(), SomeAnswers.TODAY);
            assertThat(evaluation.fired(remark.rules().get(0))).as(remark.sentence()).isTrue();
            assertThat(evaluation.fired(remark.rules().get(1))).as(remark.sentence()).isTrue();
        });
    }

    @Test
    void aGapIsAFormWithoutUrgency() {
        Map<Remark.Kind, List<Remark>> byKind = REMARKS.stream().collect(Collectors.groupingBy(Remark::kind));
        byKind.getOrDefault(Remark.Kind.GAP, List.of()).forEach(gap -> assertThat(Evaluator.evaluate(TestDocuments.ruleSet(), gap.witness(),
                SomeAnswers.TODAY).findings()).noneMatch(finding -> finding.truth() == Truth.TRUE
                        && TestDocuments.ruleSet().get(finding.rule()).raise().urgency() != null));
    }
}
