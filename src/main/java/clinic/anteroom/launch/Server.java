package clinic.anteroom.launch;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application server as a child process with the WAR on it. Its own words go to the log file. */
class Server implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final Path log;

    private Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the server and returns at once; {@link #awaitReady()} tells when pages are served. */
    static Server start(Application application, LaunchSettings settings, DatabaseAddress database, boolean demo) {
        endOrphan(settings);
        if (!Ports.isFree(settings.httpPort())) {
            throw new CannotStart("Port " + settings.httpPort()
                    + " is taken by another program; stop it, or set ANTEROOM_HTTP_PORT to a free port.");
        }
        Path log = settings.dataFolder().resolve("log").resolve("server.log");
        try {
            // What a killed server left behind would be deployed first and again: ready, then 404, then ready.
            Folders.delete(unpacked(settings));
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command(application, settings));
            builder.environment().put("ANTEROOM_DB_URL", database.url());
            builder.environment().put("ANTEROOM_DB_USER", demo ? EmbeddedDatabase.APPLICATION : database.user());
            if (demo) {
                builder.environment().put("ANTEROOM_DB_OWNER", database.user());
            }
            builder.environment().put("ANTEROOM_DB_PASSWORD", database.password());
            builder.environment().put("ANTEROOM_DATA", settings.dataFolder().toAbsolutePath().toString());
            builder.environment().putIfAbsent("ANTEROOM_ADDRESS", "http://localhost:" + settings.httpPort());
            builder.environment().put("ANTEROOM_DEMO", Boolean.toString(demo));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new Server(builder.start(), settings.httpPort(), log);
        } catch (IOException e) {
            throw new CannotStart("The server cannot write to " + log.getParent() + ": " + e.getMessage()
                    + "; set ANTEROOM_DATA to a folder that is yours.", e);
        }
    }

    /** Waits until the application itself says that it serves pages from a fitting database. */
    void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive() || saysFailed()) {
                throw new CannotStart("The server did not start; the reason stands in " + log + ":\n" + firstTrouble());
            }
            if (answersReady()) {
                return;
            }
            pause();
        }
        throw new CannotStart("The server was not ready after " + START_LIMIT.toMinutes()
                + " minutes; look into " + log + ".\n" + firstTrouble());
    }

    /** Completes when the server ends, whoever ended it. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Application application, LaunchSettings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.serverOptions());
        Collections.addAll(command,
                "-Duser.timezone=UTC",
                "-jar", payaraJar().toString(),
                "--deploy", application.war().toString(),
                "--port", Integer.toString(settings.httpPort()),
                "--prebootcommandfile", application.boot().resolve("preboot.txt").toString(),
                "--postbootcommandfile", application.boot().resolve("postboot.txt").toString(),
                "--unpackdir", unpacked(settings).toString(),
                "--nohazelcast", "--disablephonehome");
        return command;
    }

    /** A launcher that was killed leaves its server behind; it is known by the folder it was unpacked to. */
    private static void endOrphan(LaunchSettings settings) {
        String folder = unpacked(settings).toString();
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().filter(line -> line.contains("--unpackdir " + folder + " ")).isPresent())
                .forEach(orphan -> {
                    orphan.destroy();
                    orphan.onExit().completeOnTimeout(orphan, 20, TimeUnit.SECONDS).join();
                });
    }

    private static Path unpacked(LaunchSettings settings) {
        return settings.dataFolder().resolve("payara");
    }

    private static Path payaraJar() {
        try {
            return Path.of(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the Payara Micro jar is no file name.", e);
        }
    }

    private boolean answersReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/ready").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Payara stays alive after a failed deployment and answers 404 for ever. */
    private boolean saysFailed() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("Failed to start, exiting") || line.contains("Exception while loading the app"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private String firstTrouble() {
        try (Stream<String> lines = Files.lines(log)) {
            return String.join("\n", lines.filter(line -> line.contains("SEVERE") || line.contains("Caused by") || line.startsWith("Maybe"))
                    .limit(6).toList());
        } catch (IOException | java.io.UncheckedIOException e) {
            return "";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the server was starting.", e);
        }
    }
}
