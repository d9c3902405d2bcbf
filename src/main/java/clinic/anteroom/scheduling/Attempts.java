package clinic.anteroom.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Does a change that carries a key, each attempt in a transaction of its own. What the database asks to try again is tried
 * again. When its answer is lost, the same change with the same key is the question what came of it: if it went through, its
 * result comes back, and if not, it goes through now.
 */
@ApplicationScoped
class Attempts {

    private static final int MOST = 4;
    /** Nobody waits longer for a database that does not answer; then we say that we are checking. */
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    @Inject
    SharedTimes shared;

    /** The result. Refuses with {@link SlotTaken}, {@link OrderNotBookable}, {@link AnswerPending}, or as the change does. */
    <T> T at(Supplier<T> change) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                T changed = change.get();
                shared.forget();
                return changed;
            } catch (SlotTaken taken) {
                throw taken;
            } catch (KeyBeingUsed again) {
                if (attempt == MOST) {
                    throw again;
                }
            } catch (RuntimeException failed) {
                judge(failed, attempt, System.nanoTime() - begun);
            }
        }
    }

    /** Comes back if another attempt may help. */
    private static void judge(RuntimeException failed, int attempt, long waited) {
        switch (SqlState.of(failed)) {
            case TAKEN -> throw new SlotTaken();
            case ANSWERED -> throw new OrderNotBookable();
            case AGAIN -> {
                if (attempt == MOST) {
                    throw failed;
                }
            }
            case UNSURE -> {
                if (waited > PATIENCE) {
                    throw new AnswerPending();
                }
                LockSupport.parkNanos(PAUSE * attempt);
            }
            default -> throw failed;
        }
    }
}
