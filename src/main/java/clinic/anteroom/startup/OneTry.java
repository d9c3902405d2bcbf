package clinic.anteroom.startup;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Asks the database once. EclipseLink by itself asks up to four times more when a connection breaks, with pauses of five seconds, while
 * somebody waits in front of the page; whoever may try again is told so by the page, and bookings know by their key how.
 */
public class OneTry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
        login.setQueryRetryAttemptCount(-1);
    }
}
