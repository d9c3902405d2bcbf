package clinic.anteroom.scheduling.bench;

import clinic.anteroom.testing.PostgresFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/**
 * Kills the database server and the booking process in mid-booking, again and again (T9). The booking process is the booking
 * service in a plain JVM on a real PostgreSQL with fsync, full_page_writes and synchronous_commit on; after each kill the
 * database recovers by itself and everything that was ever acknowledged is looked for. Its one argument is the number of
 * kills, 100 by default.
 */
public final class KillTest {

    /** Both visits and what they take, keys and trail: each line is a fault. */
    private static final List<String> HALF_DONE = List.of(
            "select count(*) from appointment a where a.live and (select count(*) from occupancy o where o.appointment_id = a.id and o.live) <> 2",
            "select count(*) from appointment a where not exists (select from audit_event e where e.entity_id = a.id and e.action = 'CREATE')",
            "select count(*) from audit_event e where e.action = 'CREATE' and e.entity = 'Appointment' and not exists (select from appointment a where a.id = e.entity_id)",
            "select count(*) from appointment a where not exists (select from booking_key k where k.appointment_id = a.id)",
            "select count(*) from booking_key k where not exists (select from appointment a where a.id = k.appointment_id)",
            "select count(*) from occupancy x join occupancy y on x.resource_id = y.resource_id and x.seat = y.seat and x.id < y.id and x.during && y.during where x.live and y.live");

    private static final long LONGEST_MILLIS = 400;

    private final Path data;
    private final Set<String> acknowledged = new HashSet<>();
    private final Random moment = new Random(20261126);
    private int port;
    private EmbeddedPostgres database;

    private KillTest(Path data) {
        this.data = data;
    }

    /** Runs and prints the result; ends with 1 if anything was lost or half done. */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("anteroom-kill");
        System.exit(new KillTest(data).run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100) ? 0 : 1);
    }

    private boolean run(int kills) throws Exception {
        start();
        try (Connection connection = open()) {
            Flyway.configure().dataSource(url(), "postgres", "").locations("classpath:db/migration").load().migrate();
            new CommonClinic().load(connection, false);
        }
        long lost = 0;
        long halfDone = 0;
        long slowest = 0;
        LocalDate day = LocalDate.of(2027, 1, 4);
        for (int kill = 1; kill <= kills; kill++) {
            bookAndKill(day);
            long begun = System.nanoTime();
            start();
            try (Connection connection = open()) {
                slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                lost += lost(connection);
                for (String query : HALF_DONE) {
                    halfDone += number(connection, query);
                }
            }
            day = nextOpen(day);
            if (kill % 10 == 0) {
                System.out.printf("%3d kills, %d acknowledged, %d lost, %d half done%n", kill, acknowledged.size(), lost, halfDone);
            }
        }
        try (Connection connection = open()) {
            report("database and booking process killed in mid-booking", kills, "");
            report("bookings acknowledged", acknowledged.size(), "");
            report("  of them lost", lost, "0");
            report("half done", halfDone, "0");
            report("done although nobody was told (found by their keys)", number(connection, "select count(*) from appointment") - acknowledged.size(), "");
            report("slowest recovery of the database, ms", slowest, "< 10000");
        }
        ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
        return lost == 0 && halfDone == 0 && !acknowledged.isEmpty();
    }

    /** Waits until bookings are acknowledged, lets some more through, and pulls the cord of both. */
    private void bookAndKill(LocalDate day) throws IOException, InterruptedException {
        Process booking = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"), BookingUntilKilled.class.getName(), url(), day.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
        Thread listener = new Thread(() -> {
            try (BufferedReader lines = booking.inputReader()) {
                lines.lines().filter(line -> line.startsWith("ACK ")).forEach(said::add);
            } catch (IOException | java.io.UncheckedIOException killed) {
                // What was said is in the list.
            }
        });
        listener.start();
        while (said.isEmpty() && booking.isAlive()) {
            Thread.sleep(2);
        }
        Thread.sleep(moment.nextLong(LONGEST_MILLIS));
        List<ProcessHandle> processes = new ArrayList<>();
        ProcessHandle.of(postmaster()).ifPresent(server -> {
            processes.add(server);
            processes.addAll(server.descendants().toList());
        });
        processes.add(moment.nextInt(processes.size() + 1), booking.toHandle());
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle dying : processes) {
            dying.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(late -> null).join();
        }
        listener.join();
        said.forEach(line -> acknowledged.add(line.split(" ")[1]));
        database.close();
    }

    private long lost(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from unnest(?) told where not exists (select from appointment a where a.id = told::uuid and a.live and a.status = 'BOOKED')")) {
            statement.setArray(1, connection.createArrayOf("text", acknowledged.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(PostgresFiles.BINARIES.toFile()).setRegisterShutdownHook(false).setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setLocaleConfig("locale", "C.UTF-8");
        if (port > 0) {
            builder.setPort(port);
        }
        database = builder.start();
        port = database.getPort();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?stringtype=unspecified&options=-c%20timezone=UTC";
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query); ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static LocalDate nextOpen(LocalDate day) {
        LocalDate next = day.plusDays(1);
        Set<LocalDate> holidays = Set.of(LocalDate.of(2027, 2, 15), LocalDate.of(2027, 3, 26), LocalDate.of(2027, 5, 24), LocalDate.of(2027, 7, 1));
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY || holidays.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static void report(String what, long measured, String wanted) {
        System.out.printf("%-58s %14d %16s%n", what, measured, wanted);
    }
}
