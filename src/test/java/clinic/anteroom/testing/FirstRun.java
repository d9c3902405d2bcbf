package clinic.anteroom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What README's first command starts, as a process of its own on ports of its own. */
public final class FirstRun implements AutoCloseable {

    private final Process process;
    private final Map<String, String> settings;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    private FirstRun(Process process, Map<String, String> settings) {
        this.process = process;
        this.settings = settings;
        this.reader = new Thread(this::read, "first run");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts on free ports with this data folder; further settings as in the environment. */
    public static FirstRun with(Path data, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ANTEROOM_DATA", data.toString(),
                "ANTEROOM_HTTP_PORT", Integer.toString(freePort()),
                "ANTEROOM_EMBEDDED_DB_PORT", Integer.toString(freePort())));
        settings.putAll(more);
        return again(settings);
    }

    /** Starts once more with the settings of an earlier run. */
    public static FirstRun again(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), "clinic.anteroom.launch.Main",
                System.getProperty("anteroom.war"), "deploy/payara");
        builder.environment().putAll(settings);
        return new FirstRun(builder.redirectErrorStream(true).start(), settings);
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** Waits until it says that it is ready; fails with its own words otherwise. */
    public FirstRun awaitReady() throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            if (words().contains("anteroom is ready.")) {
                return this;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("The first run ended with " + process.exitValue() + ":\n" + words());
            }
            Thread.sleep(100);
        }
        throw new TimeoutException("Not ready after three minutes:\n" + words());
    }

    /** Waits for the end and gives the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Still running after 90 seconds:\n" + words());
        }
        reader.join(2000);
        return process.exitValue();
    }

    /** Everything it has printed so far. */
    public String words() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + settings.get("ANTEROOM_HTTP_PORT");
    }

    public int status(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address() + path)).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** The embedded database, from outside. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + settings.get("ANTEROOM_EMBEDDED_DB_PORT")
                + "/anteroom?user=postgres&connectTimeout=5");
    }

    /** The end that Ctrl-C or the system asks for. */
    public void stop() {
        process.destroy();
    }

    /** Only the launcher is killed; the server and the database it started live on. */
    public void killLauncher() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** The power cord: launcher, server and database are killed without a word. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> server = process.descendants().toList();
        List<ProcessHandle> database = databaseProcesses();
        process.destroyForcibly();
        server.forEach(ProcessHandle::destroyForcibly);
        database.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(10, TimeUnit.SECONDS);
        for (ProcessHandle dying : database) {
            dying.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> null).join();
        }
    }

    /** The database neither answers nor ends, as on a disk that hangs; false lets it go on. */
    public void freezeDatabase(boolean frozen) throws IOException, InterruptedException {
        for (ProcessHandle server : databaseProcesses()) {
            List<String> command = new ArrayList<>(List.of("kill", frozen ? "-STOP" : "-CONT", Long.toString(server.pid())));
            server.descendants().forEach(child -> command.add(Long.toString(child.pid())));
            new ProcessBuilder(command).start().waitFor();
        }
    }

    /** Only the database dies; the application lives on. */
    public void killDatabase() {
        databaseProcesses().forEach(server -> {
            List<ProcessHandle> children = server.descendants().toList();
            server.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private List<ProcessHandle> databaseProcesses() {
        String folder = settings.get("ANTEROOM_DATA");
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().filter(line -> line.contains(folder) && line.contains("postgres")).isPresent())
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        } catch (IOException | java.io.UncheckedIOException ended) {
            output.add("(" + ended.getMessage() + ")");
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
