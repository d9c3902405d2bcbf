package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled rules say what the documents say: byte for byte what the straightforward evaluator finds. */
class CompiledRulesTest {

    private static final int FORMS = 1_000;

    /** All shipped cases and 1,000 random forms for each of six complaints. */
    @TestFactory
    Stream<DynamicTest> theSameBytesAsTheStraightforwardEvaluator() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            RuleCasesTest.rows(about).map(RuleCasesTest::form).forEach(form -> {
                same(about.ruleSet(), form.answers());
                same(about.ruleSet(), form.answersWhenFlagged("BLOOD", "EMG", "NCS", "CT", "MRI"));
            });
            RandomForms forms = new RandomForms(about, 20261126);
            for (int i = 0; i < FORMS; i++) {
                same(about.ruleSet(), forms.next());
            }
        }));
    }

    /** A document nobody may activate still answers, and in the same way. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"q\":\"TW-Q18\",\"gt\":3}", "{\"q\":\"TW-Q99\",\"in\":[\"YES\"]}", "{\"fired\":[\"TW-S01\"]}", "{\"fired\":[\"X-99\"]}",
        "{\"any\":[{\"q\":\"TW-Q02\",\"gt\":3},{\"q\":\"TW-Q99\",\"in\":[\"YES\"]}]}", "{\"q\":\"TW-Q05\",\"hasNone\":[\"SOMEWHERE\"]}",
        "{\"all\":[{\"q\":\"TW-Q02\",\"gt\":300},{\"q\":\"TW-Q18\",\"gt\":3}]}", "{\"firedLevel\":[\"E\",\"U\"]}", "{\"fired\":[\"TW-R01\"]}", "{\"firedLevel\":[\"E\",\"R\"]}", "{\"fired\":[\"X-1\"]}",
        "{\"not\":{\"fired\":[\"X-1\"]}}", "{\"firedLevel\":[\"S\"]}", "{\"any\":[{\"q\":\"TW-Q02\",\"gt\":3},{\"fired\":[\"X-1\"]}]}"})
    void aRuleWithAFaultFailsInTheSameWay(String when) {
        RuleSet ruleSet = RuleSetReader.read(withRule(when));
        RandomForms forms = new RandomForms(TestDocuments.TWITCHING, 3);
        for (int i = 0; i < 50; i++) {
            same(ruleSet, forms.next());
        }
    }

    @Test
    void equalConditionsAreTestedOnce() {
        CompiledRules rules = TestDocuments.ruleSet().compiledFor(TestDocuments.questionnaire());
        List<Node> seen = new ArrayList<>();
        for (Level level : Level.values()) {
            rules.rules(level).forEach(rule -> conditions(rule.when(), seen));
        }
        assertThat(seen.stream().distinct().count()).isEqualTo(seen.stream().map(node -> ((ConditionNode) node).condition()).distinct().count());
        assertThat(seen.stream().distinct().count()).isLessThan(seen.size());
    }

    private static void conditions(Node node, List<Node> seen) {
        if (node instanceof ConditionNode) {
            seen.add(node);
        }
        node.parts().forEach(part -> conditions(part, seen));
    }

    private static void same(RuleSet ruleSet, Answers answers) {
        Evaluation compiled = Evaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY);
        Evaluation straight = StraightEvaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY);
        assertThat(compiled.canonicalJson()).as(answers::canonicalJson).isEqualTo(straight.canonicalJson());
    }

    private static String withRule(String when) {
        String document = TestDocuments.text(TestDocuments.RULES);
        int end = document.lastIndexOf(']');
        return document.substring(0, end) + ",{\"id\":\"X-1\",\"version\":1,\"level\":\"S\",\"sentence\":\"Broken.\",\"when\":" + when
                + ",\"raise\":{\"urgency\":\"SOON\"},\"onUnknown\":{\"do\":\"ASK\"},\"doctor\":{\"en\":\"x\"},\"sources\":[]}" + document.substring(end);
    }
}
