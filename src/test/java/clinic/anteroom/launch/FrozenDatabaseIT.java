package clinic.anteroom.launch;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.FirstRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database hangs, dies, and comes back as one that does not fit: nobody waits for ever, and nothing says it is well when it is not. */
class FrozenDatabaseIT {

    private static final Duration FROZEN = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int VISITORS = 12;
    private static final List<String> PAGES = List.of("/ready", "/patient/start.xhtml", "/sign-in.xhtml", "/reception/orders.xhtml");

    /** One answer: which page, how it came out, how long it took. */
    private record Answer(String page, int status, Duration took) {
    }

    @TempDir
    private Path data;

    @Test
    @DisplayName("T10 T14 a frozen database keeps nobody for long and is forgotten at once; one that dies is not ready; one that does not fit does not start")
    void nobodyWaitsForEverAndNothingPretendsToBeWell() throws Exception {
        Map<String, String> settings;
        try (FirstRun run = FirstRun.with(data, Map.of()).awaitReady()) {
            settings = run.settings();
            assertThat(ask(run, Duration.ofSeconds(2))).isNotEmpty().allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isLessThan(400));
            run.freezeDatabase(true);
            List<Answer> frozen;
            try {
                frozen = ask(run, FROZEN);
            } finally {
                run.freezeDatabase(false);
            }
            assertThat(frozen).hasSizeGreaterThan(VISITORS).allSatisfy(answer -> assertThat(answer.took()).as(answer.toString()).isLessThan(LONGEST));
            assertThat(frozen).anySatisfy(answer -> assertThat(answer.status()).as("it was frozen indeed").isEqualTo(503));
            Thread.sleep(SOON.toMillis());
            assertThat(ask(run, Duration.ofSeconds(3))).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isLessThan(400);
                assertThat(answer.took()).as(answer.toString()).isLessThan(Duration.ofSeconds(5));
            });
            try (Connection database = run.database(); Statement statement = database.createStatement()) {
                statement.execute("update schema_history set checksum = checksum + 1 where version = '260'");
            }
            run.killDatabase();
            assertThat(run.status("/ready")).isEqualTo(503);
        }
        try (FirstRun unfitting = FirstRun.again(settings)) {
            assertThat(unfitting.exitCode()).isEqualTo(1);
            assertThat(unfitting.words()).contains("The server did not start").doesNotContain("anteroom is ready.");
        }
    }

    /** Many visitors look at pages that read the database, each one after the other, as long as is asked. */
    private static List<Answer> ask(FirstRun run, Duration length) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        try {
            List<Callable<List<Answer>>> ways = new ArrayList<>();
            for (int visitor = 0; visitor < VISITORS; visitor++) {
                int first = visitor;
                ways.add(() -> visit(run, first, end));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> way : visitors.invokeAll(ways)) {
                answers.addAll(way.get());
            }
            return answers;
        } finally {
            visitors.shutdownNow();
        }
    }

    private static List<Answer> visit(FirstRun run, int first, long end) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<Answer> answers = new ArrayList<>();
        for (int turn = first; answers.isEmpty() || System.nanoTime() < end; turn++) {
            String page = PAGES.get(turn % PAGES.size());
            long begun = System.nanoTime();
            int status = client.send(HttpRequest.newBuilder(URI.create(run.address() + page)).timeout(Duration.ofSeconds(40)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
            answers.add(new Answer(page, status, Duration.ofNanos(System.nanoTime() - begun)));
            Thread.sleep(300);
        }
        return answers;
    }
}
