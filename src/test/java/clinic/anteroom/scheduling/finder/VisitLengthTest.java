package clinic.anteroom.scheduling.finder;

import static clinic.anteroom.scheduling.finder.SomeClinic.emg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.finder.VisitNeeds.Factor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitLengthTest {

    private static final List<LengthRule> RULES = List.of(
            new LengthRule(1, Factor.INTERPRETER, 0, Duration.ofMinutes(15)),
            new LengthRule(1, Factor.LIMB, 2, Duration.ofMinutes(15)),
            new LengthRule(2, Factor.LIMB, 2, Duration.ofMinutes(10)));

    @ParameterizedTest
    @CsvSource({"1, false, 45, 30", "2, false, 45, 30", "3, false, 60, 40", "4, false, 75, 50", "1, true, 60, 30", "4, true, 90, 50"})
    void limbsBeyondTheIncludedOnesTakeTimeInBothPhases(int limbs, boolean interpreter, int first, int second) {
        VisitType visit = emg().forNeeds(new VisitNeeds(1, limbs, 1, interpreter, false), RULES);
        assertThat(visit.phases()).extracting(phase -> phase.length().toMinutes()).containsExactly((long) first, (long) second);
        assertThat(visit.phases()).extracting(phase -> phase.base().toMinutes()).containsExactly(45L, 30L);
        assertThat(visit.length()).isEqualTo(Duration.ofMinutes(first + second));
    }

    @Test
    void theBreakdownNamesWhatMakesItLonger() {
        VisitType visit = emg().forNeeds(new VisitNeeds(1, 3, 1, true, false), RULES);
        assertThat(visit.phases().get(0).extras()).containsExactly(
                new VisitType.Extra(Factor.LIMB, Duration.ofMinutes(15)), new VisitType.Extra(Factor.INTERPRETER, Duration.ofMinutes(15)));
    }

    @Test
    void theSecondPhaseBeginsWhenTheLongerFirstOneEnds() {
        VisitType visit = emg().forNeeds(new VisitNeeds(1, 1, 1, true, false), RULES);
        assertThat(visit.phasesFrom(SomeClinic.monday("09:00")).get(1).start()).isEqualTo(SomeClinic.monday("10:00"));
    }

    @Test
    void oddNumbersAreRefused() {
        assertThatThrownBy(() -> new VisitNeeds(0, 1, 1, false, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VisitNeeds(1, 5, 1, false, false)).isInstanceOf(IllegalArgumentException.class);
        assertThat(VisitNeeds.PLAIN.withStudies(9).studies()).isEqualTo(6);
    }
}
