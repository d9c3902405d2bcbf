package clinic.anteroom.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several nodes ring at the same quarter of an hour. */
class TurnsTest {

    private static final String WORK = "wait-list";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Instant RING = Instant.parse("2026-12-01T14:15:00Z");
    private static final int NODES = 8;

    @BeforeEach
    @AfterEach
    void nobodyHasRung() {
        onNode(entities -> entities.createNativeQuery("update timer_turn set taken_at = '-infinity'").executeUpdate(), true);
    }

    @Test
    void oneOfManyNodesThatRingTogetherDoesIt() throws Exception {
        for (int ring = 0; ring < 20; ring++) {
            Instant now = RING.plus(QUARTER.multipliedBy(ring));
            ExecutorService nodes = Executors.newFixedThreadPool(NODES);
            CyclicBarrier together = new CyclicBarrier(NODES);
            List<Callable<Boolean>> rings = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                rings.add(() -> {
                    together.await();
                    return rings(now, true);
                });
            }
            int took = 0;
            for (Future<Boolean> one : nodes.invokeAll(rings)) {
                took += one.get() ? 1 : 0;
            }
            nodes.shutdown();
            assertThat(took).as("ring " + ring).isEqualTo(1);
        }
    }

    @Test
    void nodeWhoseClockIsALittleLateDoesNotDoItAgain() {
        assertThat(rings(RING, true)).isTrue();
        assertThat(rings(RING.plusSeconds(2), true)).isFalse();
        assertThat(rings(RING.plus(QUARTER).minusSeconds(2), true)).isTrue();
    }

    @Test
    void nodeThatDiesOnTheWayLeavesTheTurnToAnother() {
        assertThat(rings(RING, false)).isTrue();
        assertThat(rings(RING.plusSeconds(1), true)).isTrue();
    }

    @Test
    void nobodyWaitsForANodeThatIsAtIt() {
        onNode(entities -> {
            assertThat(take(entities, RING)).isTrue();
            long begun = System.nanoTime();
            assertThat(rings(RING, true)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            return null;
        }, true);
    }

    @ParameterizedTest
    @DisplayName("two in the night is two on the clinic's wall: once, in summer and winter, also when the clocks skip it or show it twice")
    @CsvSource({
        "2026-12-01T00:00:00Z, 2026-12-01T07:00:00Z", // Winter: UTC-5.
        "2026-07-01T00:00:00Z, 2026-07-01T06:00:00Z", // Summer: UTC-4.
        "2027-03-14T00:00:00Z, 2027-03-14T07:00:00Z", // Two is skipped; three comes in its place.
        "2026-11-01T00:00:00Z, 2026-11-01T07:00:00Z"}) // One comes twice; two once.
    void nightIsByTheClinicsWall(Instant from, Instant rung) {
        assertThat(ringsOfADay(from, LocalTime.of(2, 0))).containsExactly(rung);
    }

    @Test
    void timeThatComesTwiceIsItsFirstAndADelayedRingStillHasTheTurn() {
        assertThat(ringsOfADay(Instant.parse("2026-11-01T00:00:00Z"), LocalTime.of(1, 30))).containsExactly(Instant.parse("2026-11-01T05:30:00Z"));
        nobodyHasRung();
        assertThat(nightly(Instant.parse("2026-12-01T07:40:00Z"), LocalTime.of(2, 0))).as("the server was busy").isTrue();
        nobodyHasRung();
        assertThat(nightly(Instant.parse("2026-12-01T08:00:00Z"), LocalTime.of(2, 0))).as("it was off, and the night is over").isFalse();
    }

    private static List<Instant> ringsOfADay(Instant from, LocalTime wall) {
        return Stream.iterate(from, moment -> moment.plus(QUARTER)).limit(96).filter(moment -> nightly(moment, wall)).toList();
    }

    private static boolean nightly(Instant now, LocalTime wall) {
        return onNode(entities -> new Turns(entities, at(now)).takeAt("missed-visits", wall), true);
    }

    @Test
    void workThatNoMigrationNamedIsNoWork() {
        assertThatThrownBy(() -> onNode(entities -> new Turns(entities, at(RING)).take("gardening", QUARTER), false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gardening");
    }

    /** Whether a node took the turn; one that dies does not commit. */
    private static boolean rings(Instant now, boolean lives) {
        return onNode(entities -> take(entities, now), lives);
    }

    private static boolean take(EntityManager entities, Instant now) {
        return new Turns(entities, at(now)).take(WORK, QUARTER);
    }

    private static ClinicTime at(Instant now) {
        return new ClinicTime(Clock.fixed(now, ZoneId.of("UTC")), ZoneId.of("America/Toronto"));
    }

    /** One transaction; rolled back for a node that dies. */
    private static <T> T onNode(Function<EntityManager, T> work, boolean lives) {
        EntityManager entities = TestDatabase.entities().createEntityManager();
        try {
            entities.getTransaction().begin();
            T done = work.apply(entities);
            if (lives) {
                entities.getTransaction().commit();
            }
            return done;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
