package clinic.anteroom.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
