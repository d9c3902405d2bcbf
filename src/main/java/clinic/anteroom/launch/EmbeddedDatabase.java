package clinic.anteroom.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A real PostgreSQL in the data folder, on loopback, kept between runs. It trusts every local user, so it is for trying
 * the product and for tests; a clinic brings its own.
 */
class EmbeddedDatabase implements AutoCloseable {

    /** What the application signs in as: it reads and writes rows and owns nothing. */
    static final String APPLICATION = "anteroom_app";

    private static final String NAME = "anteroom";

    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Starts it, or takes over one that a killed launcher left running on the same port and folder. */
    static EmbeddedDatabase start(Path folder, int port) {
        Path data = folder.resolve("pg");
        boolean ownServerMayRun = Files.exists(data.resolve("postmaster.pid"));
        if (!ownServerMayRun && !Ports.isFree(port)) {
            throw new CannotStart("Port " + port + ", meant for the embedded database, is taken by another program;"
                    + " set ANTEROOM_EMBEDDED_DB_PORT to a free port.");
        }
        Path binaries = folder.resolve("pg-bin");
        try {
            dropHalfUnpacked(binaries);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPort(port)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The library starts PostgreSQL without fsync; what is acknowledged here must survive a kill.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "en-US")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            createDatabase(server);
            return new EmbeddedDatabase(server, at(port));
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart("The embedded database in " + data + " does not start: " + e.getMessage()
                    + "; look whether the folder is writable and the disk has room, or set ANTEROOM_DB_URL to a PostgreSQL of yours.", e);
        }
    }

    /** Where an embedded database that uses this port is found. */
    static DatabaseAddress at(int port) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, "postgres", "");
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("The embedded database did not stop in order (" + e.getMessage()
                    + "); it repairs itself at the next start.");
        }
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database " + NAME);
                }
            }
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create role " + APPLICATION + " login");
                }
            }
        }
    }

    /** An unpack that was interrupted lacks its marker and would make the library wait for a minute and fail. */
    private static void dropHalfUnpacked(Path binaries) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return;
        }
        try (Stream<Path> children = Files.list(binaries)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                if (child.getFileName().toString().startsWith("PG-") && !Files.exists(child.resolve(".exists"))) {
                    Folders.delete(child);
                }
            }
        }
    }
}
