package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Times that are shown to everybody who came second: worked out once when fifty people lose the same race. Whoever changes a
 * visit on this server makes them be forgotten; changes on other servers are seen within a second.
 */
@ApplicationScoped
class SharedTimes {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST = 200;
    private static final long PATIENCE_SECONDS = 2;

    /** What all of them would ask. */
    record Question(String visitType, VisitNeeds needs, LocalDate from) {
    }

    private record Answer(long since, CompletableFuture<List<FreeTime>> times) {
    }

    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    /** The answer: somebody else's if it is fresh, or found now. Who comes while it is being found waits for it. */
    List<FreeTime> of(Question question, Supplier<List<FreeTime>> find) {
        Answer mine = new Answer(System.nanoTime(), new CompletableFuture<>());
        Answer shared = answers.compute(question, (same, known) -> known != null && mine.since() - known.since() < GOOD_FOR ? known : mine);
        return shared == mine ? found(question, mine, find) : awaited(shared, find);
    }

    /** A visit was changed: what was free may not be. */
    void forget() {
        answers.clear();
    }

    private List<FreeTime> found(Question question, Answer mine, Supplier<List<FreeTime>> find) {
        if (answers.size() > MOST) {
            answers.clear();
        }
        try {
            List<FreeTime> times = find.get();
            mine.times().complete(times);
            return times;
        } finally {
            if (!mine.times().isDone()) {
                mine.times().cancel(false);
                answers.remove(question, mine);
            }
        }
    }

    private static List<FreeTime> awaited(Answer shared, Supplier<List<FreeTime>> find) {
        try {
            return shared.times().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return find.get();
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
            return find.get();
        }
    }
}
