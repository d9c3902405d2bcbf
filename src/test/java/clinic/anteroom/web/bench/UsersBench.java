package clinic.anteroom.web.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Fifty busy users on a served product: a request each two to five seconds, as people do who read in between. Prints how long every action took,
 * and how the heap of the server after a collection goes. Never a test: figures depend on the machine. It leaves people and visits behind, so the
 * server is one to try things on.
 */
public final class UsersBench {

    private static final int USERS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration SAMPLE = Duration.ofMinutes(5);

    private UsersBench() {
    }

    /** Arguments: address of the server with a slash at its end; JDBC address of its database; minutes of load; hours, which count instead if above 0. */
    public static void main(String[] arguments) throws Exception {
        Duration length = Double.parseDouble(arguments[3]) > 0 ? Duration.ofSeconds((long) (3600 * Double.parseDouble(arguments[3])))
                : Duration.ofSeconds((long) (60 * Double.parseDouble(arguments[2])));
        Stopwatch watch = new Stopwatch();
        AtomicBoolean open = new AtomicBoolean(true);
        ServerHeap heap = ServerHeap.of(arguments[0]);
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        boolean kept;
        try (BenchClinic clinic = new BenchClinic(arguments[0], arguments[1], USERS, 4 * USERS)) {
            load().forEach(line -> System.out.println(line));
            people(clinic, watch, open).forEach(users::submit);
            Thread.sleep(WARM_UP.toMillis());
            watch.reset();
            long begun = System.nanoTime();
            for (long left = length.toMillis(); left > 0; left -= SAMPLE.toMillis()) {
                heap.sample();
                Thread.sleep(Math.min(left, SAMPLE.toMillis()));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            open.set(false);
            kept = watch.print(seconds);
            heap.sample();
            users.shutdownNow();
            users.awaitTermination(20, TimeUnit.SECONDS);
        }
        kept &= heap.print();
        load().forEach(line -> System.out.println(line));
        System.out.println(kept ? "T15 is kept by this run" : "T15 is not kept by this run");
        System.exit(0);
    }

    private static List<String> load() {
        return List.of("cores: %d, load of the machine: %.2f, users: %d, warmed up for %d s".formatted(Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), USERS, WARM_UP.toSeconds()));
    }

    /** Of fifty people twenty sit at the desk, eight are doctors, fourteen fill in a form, eight look at their visit. */
    private static List<BusyUser> people(BenchClinic clinic, Stopwatch watch, AtomicBoolean open) {
        List<BusyUser> all = new ArrayList<>();
        for (int number = 0; number < USERS; number++) {
            all.add(number < 20 ? new BusyUsers.Desk(clinic, watch, open::get, number)
                    : number < 28 ? new BusyUsers.Doctor(clinic, watch, open::get, number)
                    : number < 42 ? new BusyUsers.Patient(clinic, watch, open::get, number)
                    : new BusyUsers.Visitor(clinic, watch, open::get, number));
        }
        return all;
    }
}
