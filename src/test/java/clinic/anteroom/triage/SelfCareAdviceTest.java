package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.TestDocuments;
import org.junit.jupiter.api.Test;

class SelfCareAdviceTest {

    @Test
    void twitchingHasTenStepsAndItsSafetyNet() {
        SelfCareAdvice advice = SelfCareAdvice.find("muscle-twitching").orElseThrow();
        assertThat(advice.steps()).hasSize(10).extracting(SelfCareAdvice.Text::id).doesNotHaveDuplicates().allMatch(id -> id.matches("TW-A\\d\\d"));
        assertThat(advice.callAtOnceIf()).hasSize(9).extracting(SelfCareAdvice.Text::id).doesNotHaveDuplicates();
        assertThat(advice.bookIf().words()).contains("2 weeks");
    }

    @Test
    void everyComplaintThatMayBeCaredForAtHomeHasAdvice() {
        for (TestDocuments.Pair complaint : TestDocuments.ALL) {
            boolean home = !complaint.ruleSet().rules(Level.C).isEmpty();
            assertThat(SelfCareAdvice.find(complaint.name()).isPresent()).as(complaint.name()).isEqualTo(home);
        }
    }

    @Test
    void complaintWithoutAdviceHasNone() {
        assertThat(SelfCareAdvice.find("no-such-thing")).isEmpty();
    }
}
