package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import clinic.anteroom.triage.rules.Urgency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Check" and "recheck" of the clinical content. */
class CheckInDaysTest {

    private static final TestDocuments.Pair CLOTTING = about("bleeding-clotting");

    @Test
    void adviceForHomeAsksOnDay14() {
        Evaluation home = SomeAnswers.harmless().evaluated();
        assertThat(home.urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(CheckInDays.of(home, "muscle-twitching")).containsExactly(14);
        assertThat(CheckInDays.of(home, "belly-button-pain")).containsExactly(14);
        assertThat(CheckInDays.of(home, "bleeding-clotting")).containsExactly(14);
    }

    @Test
    void swollenGlandIsAskedAboutAfterAWeekAndSmellAfterThreeMonthsToo() {
        Evaluation home = SomeAnswers.harmless().evaluated();
        assertThat(CheckInDays.of(home, "submandibular-swelling")).as("SA-R12").containsExactly(7, 14);
        assertThat(CheckInDays.of(home, "smell-after-covid")).as("SM-R07").containsExactly(14, 90);
    }

    @Test
    void strainedCalfIsAskedAboutOnDay3And7() {
        Evaluation strain = calf("STARTED_WITH_INJURY_OR_STRAIN").evaluated();
        assertThat(strain.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(CheckInDays.of(strain, CLOTTING.name())).as("CL-R05").containsExactly(3, 7);
    }

    @Test
    void whoIsSeenTodayAnywayIsNotAsked() {
        Evaluation swollen = calf("STARTED_WITH_INJURY_OR_STRAIN", "CALF_BIGGER").evaluated();
        assertThat(swollen.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(CheckInDays.of(swollen, CLOTTING.name())).isEqualTo(List.of());
    }

    private static SomeAnswers calf(Object... signs) {
        return SomeAnswers.about(CLOTTING).with("TW-Q04", "NONE").with("TW-Q01", "SELF").with("TW-Q02", 34).with("TW-Q03", "MALE")
                .with("CL-Q02", "SWOLLEN_LIMB").with("CL-Q03", "LEG_R").with("CL-Q03.SINCE", "D1_3").with("CL-Q04", signs).completed();
    }

    private static TestDocuments.Pair about(String name) {
        return TestDocuments.ALL.stream().filter(pair -> pair.name().equals(name)).findFirst().orElseThrow();
    }
}
