package clinic.anteroom.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the database to the schema of this build before anything else touches it. Two nodes may start at once:
 * Flyway's lock in PostgreSQL lets one of them work while the other waits.
 *
 * <p>The data source stands here because this is the first class that needs it; its values come from the environment
 * ({@code deploy/env.example}).
 */
@DataSourceDefinition(
        name = "java:app/jdbc/anteroom",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=anteroom.db.url}",
        user = "${MPCONFIG=anteroom.db.user}",
        password = "${MPCONFIG=anteroom.db.password}",
        minPoolSize = 2,
        // More than deploy/payara lets requests run at once: under a rush they wait for a thread, none fails for want of a connection.
        maxPoolSize = 44,
        properties = {
            // Null ids and jsonb values arrive untyped, and PostgreSQL finds their type itself.
            "stringType=unspecified",
            "reWriteBatchedInserts=true",
            "applicationName=anteroom",
            "connectTimeout=1",
            "loginTimeout=1",
            // A page may wait once in a statement and twice for a new connection: the shorter, the fewer wait.
            "socketTimeout=4",
            // A statement that takes too long is called off through a connection of its own, and that may hang as well.
            "cancelSignalTimeout=1",
            "tcpKeepAlive=true",
            // A node that stopped in the middle keeps its locks for a minute, not until somebody notices.
            "options=-c timezone=UTC -c statement_timeout=3500 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=60000",
            // Without validation a pool never recovers from a restart of the database. Other servers ignore these keys.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=3000",
            "fish.payara.statement-timeout-in-seconds=4",
            "fish.payara.connection-leak-timeout-in-seconds=30",
            "fish.payara.connection-leak-reclaim=true"
        })
@Startup
@Singleton(name = "Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class.getName());
    private static final int LOCK_SECONDS = 110;

    @Inject
    @ConfigProperty(name = "anteroom.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "anteroom.db.url")
    private String url;

    @Inject
    @ConfigProperty(name = "anteroom.db.user")
    private String user;

    @Inject
    @ConfigProperty(name = "anteroom.db.password")
    private Optional<String> password;

    /** Who owns the tables, where that is not the application's own role. */
    @Inject
    @ConfigProperty(name = "anteroom.db.owner")
    private Optional<String> owner;

    @Inject
    @ConfigProperty(name = "anteroom.db.owner_password")
    private Optional<String> ownerPassword;

    /** Runs db/migration, and db/demo where the launcher asked for it. */
    @PostConstruct
    void migrate() {
        Optional<DataSource> owners = owner.filter(name -> !name.isBlank() && !name.equals(user)).map(name -> sourceOf(name, ownerPassword));
        // Not through the pool: a page gives up after seconds, a migration of a large table may take minutes.
        DataSource source = owners.orElseGet(() -> sourceOf(user, password));
        run(source, "classpath:db/migration", "schema_history");
        if (demo) {
            run(source, "classpath:db/demo", "demo_history");
        }
        if (owners.isPresent()) {
            LesserRole.called(user).on(source);
        } else {
            LOG.warning("The application owns its tables: its own password could switch off what protects the audit trail."
                    + " Name the owner in ANTEROOM_DB_OWNER and give the application a role of its own (deploy/env.example).");
        }
    }

    private DataSource sourceOf(String name, Optional<String> secret) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(name);
        source.setPassword(secret.orElse(""));
        source.setOptions("-c timezone=UTC -c lock_timeout=30000");
        return source;
    }

    private static void run(DataSource source, String location, String history) {
        Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(source)
                .locations(location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Another node may migrate for longer than the usual fifty seconds.
                .lockRetryCount(LOCK_SECONDS)
                .load()
                .migrate();
    }
}
