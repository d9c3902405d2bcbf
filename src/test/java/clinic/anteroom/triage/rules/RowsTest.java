package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the rules make of a list of symptoms that was answered row by row. */
class RowsTest {

    private static final int FORMS = 300;
    private static final Questionnaire TWITCHING = TestDocuments.questionnaire();
    private static final List<String> SENSES = codes(TWITCHING.get("TW-Q25"));

    /** Whoever answers all rows says the same as whoever ticks: by all rules of all complaints. */
    @TestFactory
    Stream<DynamicTest> allRowsSayTheSameAsTicks() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            long seed = new Random().nextLong();
            RandomForms forms = new RandomForms(about, seed);
            int rows = 0;
            for (int i = 0; i < FORMS; i++) {
                Answers ticked = ticked(forms.next());
                Answers inRows = inRows(ticked);
                rows += ticked.canonicalJson().equals(inRows.canonicalJson()) ? 0 : 1;
                assertThat(verdicts(about, inRows)).as("seed " + seed + " " + ticked.canonicalJson()).isEqualTo(verdicts(about, ticked));
            }
            assertThat(rows).as("forms with rows").isGreaterThan(FORMS / 3);
        }));
    }

    @Test
    void symptomIsThereOnlyAfterYesAndAbsentOnlyAfterNo() {
        assertThat(has("SADDLE", rows(List.of("SADDLE"), List.of(), List.of()))).isEqualTo(Truth.TRUE);
        assertThat(has("SADDLE", rows(List.of(), List.of("SADDLE"), List.of()))).isEqualTo(Truth.FALSE);
        assertThat(has("SADDLE", rows(List.of(), List.of(), List.of("SADDLE")))).isEqualTo(Truth.UNKNOWN);
        assertThat(has("SADDLE", rows(List.of("ONE_LEG"), List.of("BOTH_FEET"), List.of()))).as("untouched").isEqualTo(Truth.UNKNOWN);
        assertThat(has("SADDLE", Answer.Choice.of("ONE_LEG"))).as("ticks of old forms").isEqualTo(Truth.FALSE);
        assertThat(has("SADDLE", Answer.Choice.of("NONE"))).isEqualTo(Truth.FALSE);
    }

    @Test
    void everyOperatorIsThreeValued() {
        Answer.Rows legYesHandUnsure = rows(List.of("ONE_LEG"), List.of("BOTH_FEET"), List.of("ONE_HAND"));
        assertThat(test(Operator.HAS_ANY, legYesHandUnsure, "ONE_LEG", "ONE_HAND")).isEqualTo(Truth.TRUE);
        assertThat(test(Operator.HAS_ANY, legYesHandUnsure, "BOTH_FEET", "ONE_HAND")).isEqualTo(Truth.UNKNOWN);
        assertThat(test(Operator.HAS_ALL, legYesHandUnsure, "ONE_LEG", "ONE_HAND")).isEqualTo(Truth.UNKNOWN);
        assertThat(test(Operator.HAS_ALL, legYesHandUnsure, "BOTH_FEET", "ONE_HAND")).isEqualTo(Truth.FALSE);
        assertThat(test(Operator.HAS_NONE, legYesHandUnsure, "BOTH_FEET")).isEqualTo(Truth.TRUE);
        assertThat(test(Operator.HAS_NONE, legYesHandUnsure, "ONE_LEG")).isEqualTo(Truth.FALSE);
        assertThat(test(Operator.HAS_NONE, legYesHandUnsure, "ONE_HAND")).isEqualTo(Truth.UNKNOWN);
        assertThat(test(Operator.HAS_NONE, legYesHandUnsure, "BOTH_FEET", "UNSURE")).as("somebody is not sure").isEqualTo(Truth.FALSE);
        assertThat(test(Operator.ONLY, legYesHandUnsure, "BOTH_FEET")).isEqualTo(Truth.FALSE);
        assertThat(test(Operator.ONLY, legYesHandUnsure, "ONE_LEG")).isEqualTo(Truth.UNKNOWN);
        assertThat(test(Operator.ONLY, rows(List.of("ONE_LEG"), without("ONE_LEG"), List.of()), "ONE_LEG")).isEqualTo(Truth.TRUE);
        assertThat(test(Operator.ONLY, rows(List.of(), SENSES, List.of()), "NONE")).isEqualTo(Truth.TRUE);
        assertThat(test(Operator.ONLY, rows(List.of(), SENSES, List.of()), "ONE_LEG")).isEqualTo(Truth.FALSE);
        assertThat(test(Operator.ANSWERED, legYesHandUnsure)).isEqualTo(Truth.FALSE);
        assertThat(test(Operator.ANSWERED, rows(List.of(), SENSES, List.of()))).isEqualTo(Truth.TRUE);
    }

    @Test
    void whoLeavesARowOfASafetyQuestionIsAskedToLookAgain() {
        assertThat(SecondLook.at(TestDocuments.ruleSet(), form(rows(List.of(), without("SADDLE"), List.of())), SomeAnswers.TODAY).leftOut()).contains("TW-Q25");
        assertThat(SecondLook.at(TestDocuments.ruleSet(), form(rows(List.of(), SENSES, List.of())), SomeAnswers.TODAY).leftOut()).doesNotContain("TW-Q25");
    }

    @Test
    void otherAnswersToRowsAreWhatOneRowCouldHaveBeen() {
        List<Answer> others = new OtherAnswers(TestDocuments.ruleSet(), SomeAnswers.TODAY).to(TWITCHING.get("TW-Q25"), rows(List.of("ONE_LEG"), List.of(), List.of("SADDLE")));
        assertThat(others).contains(Answer.Choice.of("ONE_LEG"), Answer.Choice.of("NONE")).anySatisfy(other ->
                assertThat(((Answer.Choice) other).codes()).containsExactly("ONE_LEG", "SADDLE"));
    }

    private static Truth has(String code, Answer answer) {
        return test(Operator.HAS_ANY, answer, code);
    }

    private static Truth test(Operator operator, Answer answer, String... codes) {
        Condition condition = new Condition("TW-Q25", operator, operator == Operator.ANSWERED ? new Constant.Said(true) : new Constant.Codes(List.of(codes)));
        return condition.test(new Given.Answered(form(answer).to("TW-Q25").orElseThrow()), SomeAnswers.TODAY);
    }

    private static Answers form(Answer answer) {
        return Answers.of(TWITCHING, Map.of("TW-Q25", answer));
    }

    /** As the form completes them: with the rows that were not touched. */
    private static Answer.Rows rows(List<String> yes, List<String> no, List<String> unsure) {
        return (Answer.Rows) form(new Answer.Rows(yes, no, unsure)).to("TW-Q25").orElseThrow();
    }

    private static List<String> without(String code) {
        return SENSES.stream().filter(other -> !other.equals(code)).toList();
    }

    private static List<String> codes(Question list) {
        return list.options().stream().filter(option -> !option.exclusive()).map(Option::code).toList();
    }

    private static Object verdicts(TestDocuments.Pair about, Answers answers) {
        Evaluation evaluation = Evaluator.evaluate(about.ruleSet(), answers, SomeAnswers.TODAY);
        return List.of(evaluation.urgency(), evaluation.verdicts(), evaluation.flags(), evaluation.warnings(), evaluation.specialties(), evaluation.notes());
    }

    private static Answers ticked(Answers answers) {
        Map<String, Answer> given = new LinkedHashMap<>(answers.asMap());
        given.replaceAll((linkId, answer) -> answer instanceof Answer.Rows rows
                ? rows.yes().isEmpty() ? Answer.Choice.of("NONE") : new Answer.Choice(rows.yes()) : answer);
        return Answers.of(answers.questionnaire(), given, answers.flaggedTests());
    }

    /** Every list of symptoms but those that are unsure as a whole. */
    private static Answers inRows(Answers ticked) {
        Map<String, Answer> given = new LinkedHashMap<>(ticked.asMap());
        given.replaceAll((linkId, answer) -> {
            Question question = ticked.questionnaire().get(linkId);
            if (!question.askedInRows() || answer.equals(Answer.Choice.of("UNSURE"))) {
                return answer;
            }
            List<String> yes = ((Answer.Choice) answer).codes().stream().filter(code -> !code.equals("NONE")).toList();
            return new Answer.Rows(yes, codes(question).stream().filter(code -> !yes.contains(code)).toList(), List.of());
        });
        return Answers.of(ticked.questionnaire(), given, ticked.flaggedTests());
    }
}
