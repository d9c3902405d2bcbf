package clinic.anteroom.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Starts everything a first look needs and keeps it up until Ctrl-C. With {@code ANTEROOM_DB_URL} in the environment
 * nothing embedded starts and no demo data is loaded.
 */
public final class Main {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Main() {
    }

    /** @param arguments the WAR and the folder of boot files */
    public static void main(String[] arguments) {
        try {
            new Main().run(new Application(Path.of(arguments[0]), Path.of(arguments[1])), LaunchSettings.from(System.getenv()));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run(Application application, LaunchSettings settings) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        endWithParent();
        boolean embedded = settings.foreign().isEmpty();
        DatabaseAddress database = settings.foreign().orElseGet(() -> {
            say("Starting the database ...");
            return startDatabase(settings).address();
        });
        database.check();
        say("Starting the server ...");
        Server server = Server.start(application, settings, database, embedded);
        opened(server);
        server.awaitReady();
        Welcome.print(settings, embedded);
        server.ended().thenAccept(process -> {
            System.err.println("The server ended by itself; its last words stand in "
                    + settings.dataFolder().resolve("log").resolve("server.log") + ".");
            System.exit(1);
        });
        server.ended().join();
    }

    private EmbeddedDatabase startDatabase(LaunchSettings settings) {
        EmbeddedDatabase database = EmbeddedDatabase.start(settings.dataFolder(), settings.databasePort());
        opened(database);
        return database;
    }

    private synchronized void opened(AutoCloseable part) {
        running.push(part);
    }

    /** Last started, first stopped: the server lets go of the database before the database ends. */
    private synchronized void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("A part did not stop in order: " + e.getMessage());
            }
        }
    }

    /** Maven passes Ctrl-C on but not its own end; without this its child would live on. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
