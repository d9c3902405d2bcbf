package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.EvaluationReader;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Finding;
import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.Rule;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Warnings and holds of all six documents: in the outcome as data, on the doctor's page in words, in the line of the command. */
class WarningsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    static List<TestDocuments.Pair> all() {
        return TestDocuments.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachWarningReachesTheOutcomeThePageAndTheLineWithTheAnswersItRestsOn(TestDocuments.Pair about) {
        List<String> silent = new ArrayList<>();
        for (Rule rule : about.ruleSet().rules(Level.W)) {
            boolean warned = cases(about, rule, Truth.TRUE).stream().anyMatch(one -> isToldEverywhere(about, rule, one));
            if (!warned) {
                silent.add(rule.id());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isToldEverywhere(TestDocuments.Pair about, Rule rule, RuleCase one) {
        Evaluation evaluation = Evaluator.evaluate(about.ruleSet(), one.answers(), one.date());
        List<Warning> given = evaluation.warnings().stream().filter(warning -> warning.rule().equals(rule.id())).toList();
        if (given.isEmpty()) {
            // True, but no test it goes with is flagged in this case.
            return false;
        }
        assertThat(rule.onTests()).as(rule.id()).containsAll(given.get(0).tests());
        Finding finding = evaluation.findings().stream().filter(found -> found.rule().equals(rule.id())).findFirst().orElseThrow();
        assertThat(finding.because()).as(rule.id()).anySatisfy(because -> assertThat(because.answer()).isNotBlank());
        assertThat(EvaluationReader.read(evaluation.canonicalJson()).warnings()).as(rule.id()).isEqualTo(evaluation.warnings());
        CaseWarning told = onThePage(about, one, evaluation).stream().filter(warning -> warning.reason().ruleId().equals(rule.id()))
                .findFirst().orElseThrow();
        assertThat(told.reason().doctorWords()).as(rule.id()).isNotBlank().doesNotContain("{");
        assertThat(told.reason().because()).as(rule.id()).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.answer()).isNotBlank();
            assertThat(answer.question()).isNotBlank();
        });
        assertThat(line(about, one)).as(rule.id()).contains("\"warnings\":").matches(".*\"warnings\":\\[[^\\]]*\"" + rule.id() + "\".*");
        return true;
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUnansweredSafetyQuestionHoldsTheTestAndSaysWhichQuestion(TestDocuments.Pair about) {
        RuleCase one = lines(about).stream().filter(row -> row.flags().stream().anyMatch(flag -> flag.startsWith("MRI") || flag.startsWith("CT")))
                .findFirst().orElseThrow();
        Answers left = Answers.of(about.questionnaire(), withoutSafety(one.answers()), Set.copyOf(TestType.codes()));
        Evaluation evaluation = Evaluator.evaluate(about.ruleSet(), left, one.date());
        List<Warning> holds = evaluation.warnings().stream().filter(Warning::hold).toList();
        assertThat(holds).isNotEmpty().allSatisfy(hold -> {
            Finding finding = evaluation.findings().stream().filter(found -> found.rule().equals(hold.rule())).findFirst().orElseThrow();
            assertThat(finding.truth()).as(hold.rule()).isEqualTo(Truth.UNKNOWN);
            assertThat(finding.missing()).as(hold.rule()).isNotEmpty();
        });
        RuleCase unasked = new RuleCase(one.rule(), one.is(), one.why(), one.date(), left, one.urgency(), null, one.flags(), null, one.specialties());
        assertThat(onThePage(about, unasked, evaluation)).filteredOn(CaseWarning::hold).extracting(warning -> warning.reason().ruleId())
                .containsExactlyElementsOf(holds.stream().map(Warning::rule).toList());
        assertThat(onThePage(about, unasked, evaluation)).filteredOn(CaseWarning::hold)
                .allSatisfy(warning -> assertThat(warning.reason().missing()).isNotEmpty());
    }

    @Test
    void theQuestionThatSettlesMostIsAskedFirst() {
        Evaluation evaluation = SomeAnswers.harmless().without("TW-Q18", "TW-Q19", "TW-Q23", "TW-Q53").evaluated();
        List<Integer> settled = evaluation.questionsToAsk().stream().map(question -> (int) evaluation.findings().stream()
                .filter(finding -> finding.truth() == Truth.UNKNOWN && finding.missing().contains(question)).count()).toList();
        assertThat(evaluation.questionsToAsk()).contains("TW-Q18", "TW-Q19", "TW-Q23", "TW-Q53");
        assertThat(settled).isSortedAccordingTo(Comparator.reverseOrder()).allMatch(rules -> rules > 0);
        assertThat(settled.get(0)).isGreaterThan(settled.get(settled.size() - 1));
    }

    private static Map<String, Answer> withoutSafety(Answers answers) {
        Map<String, Answer> given = new HashMap<>(answers.asMap());
        given.keySet().removeIf(linkId -> linkId.startsWith("SAF-"));
        return given;
    }

    private static List<CaseWarning> onThePage(TestDocuments.Pair about, RuleCase one, Evaluation evaluation) {
        EvaluationRecord stored = new EvaluationRecord(NewId.next(), NewId.next(), null, one.answers(), about.ruleSet(), Set.of(), evaluation, NOW);
        return new CaseReading(stored, evaluation, about.ruleSet(), one.answers(), Language.ENGLISH).caseTriage(List.of()).warnings();
    }

    private static String line(TestDocuments.Pair about, RuleCase one) {
        return new TriageLine().answer("{\"id\":\"w\",\"complaint\":\"" + about.name() + "\",\"date\":\"" + one.date() + "\",\"answers\":"
                + one.answers().canonicalJson() + "}");
    }

    private static List<RuleCase> cases(TestDocuments.Pair about, Rule rule, Truth is) {
        return lines(about).stream().filter(one -> one.rule().equals(rule.id()) && one.is() == is).toList();
    }

    private static List<RuleCase> lines(TestDocuments.Pair about) {
        return RuleSets.cases(about.name(), about.ruleSet().heading().version()).stream().map(line -> RuleCase.read(line, about.questionnaire())).toList();
    }
}
