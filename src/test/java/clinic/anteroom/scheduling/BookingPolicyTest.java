package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookingPolicyTest {

    private static final Instant NOW = SomeDesk.NOW;

    private final BookingPolicy policy = new BookingPolicy(Set.of(Booker.PATIENT, Booker.DESK), Duration.ofHours(4), Duration.ofDays(60), Duration.ofDays(42), null, false);

    @Test
    void noticeHoldsForPatientsOnly() {
        Instant soon = NOW.plus(Duration.ofHours(4)).minusSeconds(1);
        assertThatThrownBy(() -> policy.check(Booker.PATIENT, soon, NOW)).hasMessage("refusal.visit_too_soon");
        assertThatCode(() -> policy.check(Booker.PATIENT, soon.plusSeconds(1), NOW)).doesNotThrowAnyException();
        assertThatCode(() -> policy.check(Booker.DESK, NOW, NOW)).doesNotThrowAnyException();
    }

    @Test
    void theHorizonHoldsForEverybody() {
        assertThatCode(() -> policy.check(Booker.DESK, NOW.plus(Duration.ofDays(60)), NOW)).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.check(Booker.DESK, NOW.plus(Duration.ofDays(60)).plusSeconds(1), NOW)).hasMessage("refusal.visit_too_far_ahead");
    }

    @Test
    void whoIsNotNamedMayNot() {
        assertThatThrownBy(() -> policy.check(Booker.DOCTOR, NOW, NOW)).hasMessage("refusal.visit_not_for_you");
    }
}
