package clinic.anteroom.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests without a server, started and migrated once per JVM. Every test shares it and makes its
 * own people; nothing is cleaned up between tests.
 */
public final class TestDatabase {

    /** Whether a commit waits for the disk: for benchmarks yes, for tests no. */
    private static final String DURABLE = Boolean.getBoolean("anteroom.test.durable") ? "on" : "off";

    private static final PGSimpleDataSource DATA_SOURCE = start();
    private static EntityManagerFactory factory;

    private TestDatabase() {
    }

    /** Connections set up like the application's, but without its time-outs. */
    public static DataSource dataSource() {
        return DATA_SOURCE;
    }

    /** The application's persistence unit on this database, with transactions of its own instead of the server's. */
    public static synchronized EntityManagerFactory entities() {
        if (factory == null) {
            factory = Entities.at(DATA_SOURCE.getUrl());
        }
        return factory;
    }

    /** The address of another database in the same server, made empty. */
    public static DataSource fresh(String name) {
        try (var connection = DATA_SOURCE.getConnection(); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return source(DATA_SOURCE.getPortNumbers()[0], name);
    }

    /** A second database with all that one holds, made anew; nobody may be connected to that one. */
    public static DataSource copy(String of, String name) {
        try (var connection = DATA_SOURCE.getConnection(); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " template " + of);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return source(DATA_SOURCE.getPortNumbers()[0], name);
    }

    private static PGSimpleDataSource start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(PostgresFiles.BINARIES.toFile())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("fsync", DURABLE)
                    .setServerConfig("synchronous_commit", DURABLE)
                    .setServerConfig("full_page_writes", DURABLE)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            PGSimpleDataSource source = source(server.getPort(), "postgres");
            try (var connection = source.getConnection(); var statement = connection.createStatement()) {
                statement.execute("create role anteroom_app login");
            }
            Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
            return source;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PGSimpleDataSource source(int port, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {port});
        source.setUser("postgres");
        source.setDatabaseName(database);
        source.setStringType("unspecified");
        source.setOptions("-c timezone=UTC");
        return source;
    }
}
