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
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Tells the screens of this node which days have changed, on whichever node: {@link DeskEar} listens on one connection of its own,
 * not one of the pool, which takes back what is kept for long.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DayListener {

    private static final int ANSWERS_WITHIN_SECONDS = 5;
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

    private DeskEar ear;
    private Thread thread;

    @PostConstruct
    void begin() {
        ear = new DeskEar(database(), changes::fire, AFTER_A_FAULT);
        thread = threads.newThread(ear);
        thread.setDaemon(true);
        thread.setName("desk-listener");
        thread.start();
    }

    private PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password.orElse(""));
        database.setTcpKeepAlive(true);
        database.setConnectTimeout(ANSWERS_WITHIN_SECONDS);
        database.setLoginTimeout(ANSWERS_WITHIN_SECONDS);
        database.setSocketTimeout(ANSWERS_WITHIN_SECONDS);
        database.setApplicationName("anteroom desk");
        return database;
    }

    @PreDestroy
    void end() {
        ear.close();
        thread.interrupt();
    }
}
