package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JumpTest {

    @Test
    void daysWeeksAndMonthsGoOnAndBack() {
        assertThat(JumpBacking.read("6w")).contains(Period.ofWeeks(6));
        assertThat(JumpBacking.read(" +2 months ")).contains(Period.ofMonths(2));
        assertThat(JumpBacking.read("-3D")).contains(Period.ofDays(-3));
        assertThat(JumpBacking.read("0d")).contains(Period.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w", "6", "6y", "100d", "tomorrow", "6w 2d", "--6w"})
    void whatIsNoJumpIsNone(String typed) {
        assertThat(JumpBacking.read(typed)).isEmpty();
    }
}
