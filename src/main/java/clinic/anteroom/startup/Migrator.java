package clinic.anteroom.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

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
        maxPoolSize = 20,
        properties = {
            // Null ids and jsonb values arrive untyped, and PostgreSQL finds their type itself.
            "stringType=unspecified",
            "reWriteBatchedInserts=true",
            "applicationName=anteroom",
            "connectTimeout=3",
            "socketTimeout=10",
            "tcpKeepAlive=true",
            "options=-c timezone=UTC -c statement_timeout=5000 -c lock_timeout=3000",
            // Without validation a pool never recovers from a restart of the database. Other servers ignore these keys.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.fail-all-connections=true",
            "fish.payara.statement-timeout-in-seconds=5",
            "fish.payara.connection-leak-timeout-in-seconds=30",
            "fish.payara.connection-leak-reclaim=true"
        })
@Startup
@Singleton(name = "Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Migrator {

    @Resource(lookup = "java:app/jdbc/anteroom")
    private DataSource dataSource;

    @Inject
    @ConfigProperty(name = "anteroom.demo", defaultValue = "false")
    private boolean demo;

    /** Runs db/migration, and db/demo where the launcher asked for it. */
    @PostConstruct
    void migrate() {
        run("classpath:db/migration", "schema_history");
        if (demo) {
            run("classpath:db/demo", "demo_history");
        }
    }

    private void run(String location, String history) {
        Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(dataSource)
                .locations(location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
