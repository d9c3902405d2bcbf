package clinic.anteroom.scheduling.desk;

import clinic.anteroom.scheduling.desk.DayChanged.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on the database's channel {@code desk} until it is closed. The database tells everybody who listens, so it does not matter on
 * which node something changed. A connection that dies is made anew; in between it says that nothing is heard.
 */
final class DeskEar implements Runnable {

    private static final Logger LOG = Logger.getLogger(DeskEar.class.getName());
    private static final String ANY = "any";
    private static final int WAIT_MILLIS = 400;
    private static final int ANSWERS_WITHIN_SECONDS = 2;
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final DataSource database;
    private final Consumer<DayChanged> heard;
    private final Duration pause;
    private volatile boolean open = true;
    private boolean gone;

    /**
     * An ear that hears nothing until it runs.
     *
     * @param database gives connections outside of any pool; one is kept
     * @param heard    is told on the listening thread; what it throws is logged and forgotten
     * @param pause    how long to wait after a fault
     */
    DeskEar(DataSource database, Consumer<DayChanged> heard, Duration pause) {
        this.database = database;
        this.heard = heard;
        this.pause = pause;
    }

    @Override
    public void run() {
        while (open) {
            try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("listen desk");
                back();
                hear(connection);
            } catch (SQLException fault) {
                LOG.log(Level.WARNING, "The desks hear nothing for a moment: {0}", fault.getMessage());
            }
            if (open) {
                lost();
            }
        }
    }

    /** Ends it; a wait for the database ends within half a second, or at once if its thread is interrupted. */
    void close() {
        open = false;
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection line = connection.unwrap(PGConnection.class);
        long quiet = System.nanoTime();
        while (open) {
            days(line.getNotifications(WAIT_MILLIS)).forEach(day -> say(DayChanged.on(day)));
            if (System.nanoTime() - quiet > BEAT.toNanos()) {
                quiet = System.nanoTime();
                if (!connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                    return;
                }
                say(DayChanged.just(Kind.BEAT));
            }
        }
    }

    private static Set<LocalDate> days(PGNotification[] notices) {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (PGNotification notice : notices == null ? new PGNotification[0] : notices) {
            try {
                days.add(notice.getParameter().equals(ANY) ? null : LocalDate.parse(notice.getParameter()));
            } catch (DateTimeException odd) {
                LOG.log(Level.WARNING, "Somebody told the desks of a day that is none: {0}", notice.getParameter());
            }
        }
        return days;
    }

    private void back() {
        if (gone) {
            gone = false;
            say(DayChanged.just(Kind.BACK));
        }
    }

    private void lost() {
        gone = true;
        say(DayChanged.just(Kind.GONE));
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException end) {
            open = false;
            Thread.currentThread().interrupt();
        }
    }

    private void say(DayChanged what) {
        try {
            heard.accept(what);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A screen of the desk was not told", fault);
        }
    }
}
