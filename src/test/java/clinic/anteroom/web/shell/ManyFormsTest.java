package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ManyFormsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T17:00:00Z");

    @Test
    @DisplayName("T29 who asks too often waits, everybody else feels nothing")
    void oneAddressWaitsAndOthersDoNot() {
        Window window = new Window(3, Duration.ofMinutes(10), 100);
        for (int i = 0; i < 3; i++) {
            assertThat(window.take("a", NOON.plusSeconds(60L * i))).isZero();
        }
        assertThat(window.take("a", NOON.plusSeconds(180))).isEqualTo(Duration.ofSeconds(420));
        assertThat(window.take("b", NOON.plusSeconds(180))).isZero();
        assertThat(window.take("a", NOON.plusSeconds(599))).isEqualTo(Duration.ofSeconds(1));
        assertThat(window.take("a", NOON.plusSeconds(600))).as("the first turn is free again").isZero();
        assertThat(window.take("a", NOON.plusSeconds(601))).as("waiting costs no turn").isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void memoryEndsAtItsNumberOfAddresses() {
        Window window = new Window(1, Duration.ofMinutes(10), 2);
        window.take("a", NOON);
        window.take("b", NOON);
        window.take("c", NOON);
        assertThat(window.take("b", NOON)).isPositive();
        assertThat(window.take("a", NOON)).as("the quietest was forgotten").isZero();
    }

    @Test
    void addressIsWhatOurProxySawAndNobodyElse() {
        assertThat(ClientAddress.of("127.0.0.1", null)).as("the machine itself").isNull();
        assertThat(ClientAddress.of("::1", null)).isNull();
        assertThat(ClientAddress.of("203.0.113.7", null)).isEqualTo("cb007107");
        assertThat(ClientAddress.of("127.0.0.1", "198.51.100.1, 203.0.113.7")).as("the nearest, not what the client wrote").isEqualTo("cb007107");
        assertThat(ClientAddress.of("203.0.113.7", "198.51.100.1")).as("a stranger is not believed").isEqualTo("cb007107");
        assertThat(ClientAddress.of("10.0.0.4", "203.0.113.7")).isEqualTo("cb007107");
        assertThat(ClientAddress.of("10.0.0.4", "some.name.example")).as("no name is looked up").isEqualTo("unreadable");
    }

    @Test
    void aHouseOfIpv6IsOneAddress() {
        assertThat(ClientAddress.of("2001:db8:1:2::10", null)).isEqualTo(ClientAddress.of("2001:db8:1:2:ffff::9", null))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::10", null));
    }
}
