package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatientsHelpTest {

    private static final FindTimes QUESTION = FindTimes.forPatient("EMG", UUID.randomUUID());

    @Test
    void interpreterAndHelpToMoveMakeTheVisitLonger() {
        assertThat(new PatientsHelp(true, Set.of("HELP_TO_MOVE")).with(VisitNeeds.PLAIN)).isEqualTo(new VisitNeeds(1, 1, 1, true, true));
        assertThat(new PatientsHelp(false, Set.of("HEARING", "STEP_FREE")).with(VisitNeeds.PLAIN)).isEqualTo(VisitNeeds.PLAIN);
    }

    @Test
    void whatTheDeskAskedForStaysAsked() {
        assertThat(PatientsHelp.NONE.with(new VisitNeeds(2, 3, 2, true, true))).isEqualTo(new VisitNeeds(2, 3, 2, true, true));
    }

    @Test
    void whoTakesNoStairsGetsRoomsWithoutThem() {
        assertThat(new PatientsHelp(false, Set.of("STEP_FREE")).with(QUESTION).wishes().accessible()).isTrue();
        assertThat(new PatientsHelp(false, Set.of("WHEELCHAIR")).with(QUESTION).wishes().accessible()).isTrue();
        assertThat(new PatientsHelp(true, Set.of("COMPANION")).with(QUESTION).wishes()).isEqualTo(Wishes.NONE);
    }
}
