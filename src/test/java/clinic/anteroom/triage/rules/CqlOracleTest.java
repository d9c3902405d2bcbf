package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A second opinion on the rules by HL7's Clinical Quality Language: every rule true, false or unknown as we say. */
class CqlOracleTest {

    private static final int FORMS = 1_000;

    /** Forms from nearly empty to complete, with skipped and unsure answers; a thousand new ones each run, for each complaint. */
    @TestFactory
    Stream<DynamicTest> aThousandFormsOfEachComplaintAreReadAlike() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            long seed = new Random().nextLong();
            RandomForms forms = new RandomForms(about, seed);
            CqlOracle oracle = new CqlOracle(about, text(about));
            Map<Object, Integer> seen = new LinkedHashMap<>();
            for (int i = 0; i < FORMS; i++) {
                agree(about, oracle, forms.next(), seed, seen);
            }
            RuleCasesTest.rows(about).map(RuleCasesTest::form).forEach(form -> agree(about, oracle, form.answers(), 0, seen));
            // Nobody agrees about nothing: all three values, and nearly all urgencies, came up.
            assertThat(seen).containsKeys(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN, "EMERGENCY", "URGENT", "SOON", "ROUTINE");
        }));
    }

    /** It would notice: another option ticked, a limit moved. */
    @Test
    void aChangedRuleIsNoticed() {
        TestDocuments.Pair about = TestDocuments.TWITCHING;
        for (String[] change : new String[][] {{"\"hasAny\": [\"BREATH_REST\"]", "\"hasAny\": [\"CANT_SWALLOW\"]"}, {"\"lt\": 16", "\"lt\": 12"}}) {
            assertThat(text(about)).contains(change[0]);
            CqlOracle oracle = new CqlOracle(about, text(about).replace(change[0], change[1]));
            RandomForms forms = new RandomForms(about, 20261126);
            assertThat(Stream.generate(forms::next).limit(FORMS).anyMatch(form -> !ours(about, form).equals(theirs(about, oracle, form)))).isTrue();
        }
    }

    private static void agree(TestDocuments.Pair about, CqlOracle oracle, Answers form, long seed, Map<Object, Integer> seen) {
        Map<String, Object> ours = ours(about, form);
        Map<String, Object> differing = new LinkedHashMap<>(theirs(about, oracle, form));
        assertThat(differing.keySet()).isEqualTo(ours.keySet());
        differing.entrySet().removeAll(ours.entrySet());
        assertThat(differing).as(() -> "what CQL says otherwise, seed " + seed + ": " + form.canonicalJson()).isEmpty();
        ours.values().forEach(value -> seen.merge(value, 1, Integer::sum));
    }

    private static Map<String, Object> ours(TestDocuments.Pair about, Answers form) {
        Evaluation evaluation = Evaluator.evaluate(about.ruleSet(), form, SomeAnswers.TODAY);
        Map<String, Object> ours = new LinkedHashMap<>();
        about.ruleSet().rules().forEach(rule -> ours.put(rule.id(), Truth.FALSE));
        evaluation.verdicts().forEach(verdict -> ours.put(verdict.rule(), verdict.truth()));
        ours.put("URGENCY", evaluation.urgency().name());
        return ours;
    }

    /** Which tests are flagged is told to it: warnings are about those. */
    private static Map<String, Object> theirs(TestDocuments.Pair about, CqlOracle oracle, Answers form) {
        List<Flag> flags = Evaluator.evaluate(about.ruleSet(), form, SomeAnswers.TODAY).flags();
        Set<String> tests = flags.stream().map(Flag::test).collect(Collectors.toSet());
        Set<String> flagged = new HashSet<>(tests);
        flags.forEach(flag -> flag.analytes().forEach(analyte -> flagged.add(flag.test() + "/" + analyte)));
        Map<String, Object> says = oracle.says(form.whenFlagged(tests), SomeAnswers.TODAY, new ArrayList<>(flagged));
        says.replaceAll((define, value) -> value instanceof String ? value
                : value == null ? Truth.UNKNOWN : Truth.of((Boolean) value));
        return says;
    }

    private static String text(TestDocuments.Pair about) {
        return TestDocuments.text("/clinic/anteroom/triage/rules/" + about.name() + ".v2.json");
    }
}
