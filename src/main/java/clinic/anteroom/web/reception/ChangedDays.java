package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.DayChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The screens that are open on this node. One that is gone is noticed when it is written to, at the latest with the next heartbeat. */
@ApplicationScoped
public class ChangedDays {

    private final Set<AsyncContext> screens = ConcurrentHashMap.newKeySet();

    private volatile boolean deaf;

    void listen(AsyncContext screen) {
        screens.add(screen);
        if (deaf) {
            write(screen, event(new DayChanged(DayChanged.Kind.GONE, null)));
        }
    }

    /** A day has changed, on this node or another one; or the database is out of hearing, or heard again. */
    void told(@Observes DayChanged changed) {
        deaf = changed.kind() == DayChanged.Kind.GONE;
        String event = event(changed);
        screens.forEach(screen -> write(screen, event));
    }

    private static String event(DayChanged changed) {
        return "event: " + changed.kind().name().toLowerCase(Locale.ROOT) + "\ndata: " + (changed.day() == null ? "" : changed.day()) + "\n\n";
    }

    private void write(AsyncContext screen, String event) {
        try {
            synchronized (screen) {
                PrintWriter out = screen.getResponse().getWriter();
                out.write(event);
                screen.getResponse().flushBuffer();
                if (out.checkError()) {
                    throw new IOException("gone");
                }
            }
        } catch (IOException | IllegalStateException gone) {
            screens.remove(screen);
            finish(screen);
        }
    }

    private static void finish(AsyncContext screen) {
        try {
            screen.complete();
        } catch (IllegalStateException over) {
            // The server has already finished it.
            return;
        }
    }
}
