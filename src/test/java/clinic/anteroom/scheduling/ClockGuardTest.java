package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockGuardTest {

    private static final Instant FROM = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(731));

    private final EntityManager entities = TestDatabase.entities().createEntityManager();

    @AfterEach
    void close() {
        entities.close();
    }

    private ClockGuard guard(Duration ahead) {
        ClockGuard guard = new ClockGuard();
        guard.entities = entities;
        guard.time = new ClinicTime(Clock.offset(Clock.systemUTC(), ahead), SomeLab.TORONTO);
        return guard;
    }

    @Test
    @DisplayName("T20 clocks more than two seconds apart stop every booking")
    void skewStopsBooking() {
        Instant soon = Instant.parse("2026-12-01T15:00:00Z");
        assertThatCode(() -> guard(Duration.ZERO).check(soon)).doesNotThrowAnyException();
        assertThatCode(() -> guard(Duration.ofMillis(1000)).check(soon)).doesNotThrowAnyException();
        for (Duration skew : new Duration[] {Duration.ofSeconds(4), Duration.ofSeconds(-4), Duration.ofHours(1)}) {
            assertThatThrownBy(() -> guard(skew).check(soon)).isInstanceOf(ClockNotTrusted.class).hasMessage("refusal.clock_skewed");
        }
    }

    @Test
    @DisplayName("T18 Java and the database change Toronto's clocks alike for 24 months")
    void bothBooksAgree() {
        NavigableMap<Instant, ZoneOffset> database = guard(Duration.ZERO).databaseOffsets(FROM, UNTIL);
        assertThat(database).hasSizeGreaterThanOrEqualTo(1);
        ZoneRulesCheck check = new ZoneRulesCheck(SomeLab.TORONTO);
        assertThat(check.platform(FROM, UNTIL)).isEqualTo(database);
        assertThat(check.firstDifference(database, UNTIL)).isEmpty();
    }

    @Test
    @DisplayName("T18 a province that stops changing its clocks is noticed at the change it drops")
    void aDroppedChangeIsNoticed() {
        // The database's book already knows that the clocks stay on summer time from November 2027 on.
        NavigableMap<Instant, ZoneOffset> newer = new ZoneRulesCheck(SomeLab.TORONTO).platform(FROM, UNTIL);
        Instant november = Instant.parse("2027-11-07T06:00:00Z");
        newer.tailMap(november, true).clear();
        assertThat(new ZoneRulesCheck(SomeLab.TORONTO).firstDifference(newer, UNTIL)).contains(november);
    }

    @Test
    void zonesWithHalfHoursAreComparedToo() {
        ZoneRulesCheck check = new ZoneRulesCheck(ZoneId.of("America/St_Johns"));
        assertThat(check.platform(FROM, UNTIL).firstEntry().getValue()).isEqualTo(ZoneOffset.ofHoursMinutes(-3, -30));
        assertThat(check.firstDifference(check.platform(FROM, UNTIL), UNTIL)).isEmpty();
    }
}
