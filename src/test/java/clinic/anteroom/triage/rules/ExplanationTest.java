package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Set<String> ALL = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private final Answers man = SomeAnswers.manOf58().answers();
    private final Explanation explanation = Explanation.of(TestDocuments.ruleSet(), man, SomeAnswers.TODAY);

    @Test
    void everyConditionOfARuleIsMetOrNotOrUnknown() {
        RuleTrace trace = explanation.trace("TW-S01");
        assertThat(trace.truth()).isEqualTo(Truth.TRUE);
        assertThat(trace.met()).extracting(Because::input).contains("TW-Q18");
        long leaves = TestDocuments.ruleSet().get("TW-S01").when().tree().filter(Condition.class::isInstance).distinct().count();
        assertThat(trace.met().size() + trace.notMet().size() + trace.unknown().size()).isGreaterThanOrEqualTo((int) leaves);
    }

    @Test
    void theSmallestChangeRemovesTheFlag() {
        for (Flag flag : explanation.evaluation().flags()) {
            for (Change change : explanation.toRemove(flag.test(), flag.bodyPart())) {
                assertThat(after(change).flags()).as("%s %s", flag, change)
                        .noneMatch(other -> other.test().equals(flag.test()) && other.bodyPart().equals(flag.bodyPart()));
            }
        }
        assertThat(explanation.toRemove("EMG", "")).isNotEmpty();
    }

    @Test
    void noSmallerChangeRemovesIt() {
        List<Change> changes = explanation.toRemove("EMG", "");
        assertThat(changes.get(0).flips().size()).isGreaterThan(1);
        for (Flip flip : changes.get(0).flips()) {
            assertThat(after(new Change(List.of(flip), Urgency.SOON)).flags()).extracting(Flag::test).contains("EMG");
        }
    }

    @Test
    void theSmallestChangeRaisesTheUrgencyByTheLeast() {
        List<Change> changes = explanation.toRaise();
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(after(change).urgency()).isEqualTo(change.urgency()).isLessThan(Urgency.SOON);
            assertThat(change.flips()).hasSize(1);
        });
        assertThat(changes.get(0).urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void anEmergencyCannotBeRaised() {
        Answers emergency = SomeAnswers.harmless().with("TW-Q04", "FACE_ARM_SPEECH").answers();
        assertThat(Explanation.of(TestDocuments.ruleSet(), emergency, SomeAnswers.TODAY).toRaise()).isEmpty();
    }

    @Test
    void twoExplanationsAreTheSame() {
        Explanation again = Explanation.of(TestDocuments.ruleSet(), man, SomeAnswers.TODAY);
        assertThat(again.toRaise()).isEqualTo(explanation.toRaise());
        assertThat(again.toRemove("EMG", "")).isEqualTo(explanation.toRemove("EMG", ""));
    }

    @Test
    void aConditionReadsAsALine() {
        String line = new Wording(man).condition(explanation.trace("TW-S01").met().get(0));
        assertThat(line).contains(TestDocuments.questionnaire().get(explanation.trace("TW-S01").met().get(0).input()).text());
    }

    private Evaluation after(Change change) {
        Map<String, Answer> changed = new LinkedHashMap<>(man.asMap());
        change.flips().forEach(flip -> changed.put(flip.linkId(), flip.to()));
        return Evaluator.evaluate(TestDocuments.ruleSet(), Answers.of(man.questionnaire(), changed, ALL), SomeAnswers.TODAY);
    }
}
