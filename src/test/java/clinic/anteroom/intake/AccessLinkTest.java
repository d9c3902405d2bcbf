package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AccessLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final LocalDate BORN = LocalDate.of(1992, 2, 3);

    private final AccessLink link = new AccessLink(NewId.next(), NewId.next(), LinkPurpose.RESUME, BORN, NOW);

    @Test
    void linkIsDeadUntilItsMailIsWritten() {
        assertThat(link.isAlive(NOW)).isFalse();
        link.arm(DraftKey.mintLink(), NOW);
        assertThat(link.isAlive(NOW)).isTrue();
    }

    @Test
    void linkWorksOnceForSevenDays() {
        link.arm(DraftKey.mintLink(), NOW);
        assertThat(link.isAlive(NOW.plus(Duration.ofDays(7)).minusMillis(1))).isTrue();
        assertThat(link.isAlive(NOW.plus(Duration.ofDays(7)))).isFalse();
        assertThat(link.use(BORN, NOW)).isTrue();
        assertThat(link.isAlive(NOW)).isFalse();
    }

    @Test
    void fiveWrongBirthDatesEndIt() {
        link.arm(DraftKey.mintLink(), NOW);
        for (int i = 1; i <= 4; i++) {
            assertThat(link.use(BORN.plusDays(i), NOW)).isFalse();
        }
        assertThat(link.isAlive(NOW)).isTrue();
        assertThat(link.use(BORN.plusDays(5), NOW)).isFalse();
        assertThat(link.isAlive(NOW)).isFalse();
    }

    @Test
    void secretHas128Bits() {
        assertThat(DraftKey.mintLink()).matches("[0-9a-f]{32}").isNotEqualTo(DraftKey.mintLink());
    }
}
