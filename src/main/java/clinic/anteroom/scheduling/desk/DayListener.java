package clinic.anteroom.scheduling.desk;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Listens on the database's channel {@code desk} and tells this node which days have changed. The database tells every node that
 * listens, so a desk on one node hears of a booking on another one. It keeps one connection of its own,
 * not one of the pool, which takes back what is kept for long.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DayListener {

    private static final Logger LOG = Logger.getLogger(DayListener.class.getName());
    private static final int WAIT_MILLIS = 400;
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    @Inject
    @ConfigProperty(name = "anteroom.db.url")
    private String url;

    @Inject
    @ConfigProperty(name = "anteroom.db.user")
    private String user;

    @Inject
    @ConfigProperty(name = "anteroom.db.password")
    private Optional<String> password;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Event<DayChanged> changes;

    private volatile boolean open = true;
    private Thread ear;

    @PostConstruct
    void begin() {
        ear = threads.newThread(this::listen);
        ear.setDaemon(true);
        ear.setName("desk-listener");
        ear.start();
    }

    private void listen() {
        while (open) {
            try (Connection connection = database().getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("listen desk");
                hear(connection);
            } catch (SQLException fault) {
                LOG.log(Level.WARNING, "The desks hear nothing for a moment: {0}", fault.getMessage());
                pause();
            }
        }
    }

    private PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password.orElse(""));
        database.setTcpKeepAlive(true);
        database.setApplicationName("anteroom desk");
        return database;
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection database = connection.unwrap(PGConnection.class);
        long quiet = System.nanoTime();
        while (open) {
            PGNotification[] heard = database.getNotifications(WAIT_MILLIS);
            Set<LocalDate> days = new LinkedHashSet<>();
            for (PGNotification notice : heard == null ? new PGNotification[0] : heard) {
                days.add(LocalDate.parse(notice.getParameter()));
            }
            days.forEach(day -> changes.fire(new DayChanged(day)));
            if (System.nanoTime() - quiet > BEAT.toNanos()) {
                quiet = System.nanoTime();
                if (!connection.isValid(2)) {
                    return;
                }
                changes.fire(new DayChanged(null));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_A_FAULT.toMillis());
        } catch (InterruptedException end) {
            open = false;
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void end() {
        open = false;
        ear.interrupt();
    }
}
