package clinic.anteroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts PostgreSQL and a mail server before Arquillian reads where they are. Only in runs that deploy the WAR. */
public class DatabaseForTheServer implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("anteroom.war") != null) {
            PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh("anteroom");
            System.setProperty("anteroom.test.db.url", "jdbc:postgresql://127.0.0.1:" + database.getPortNumbers()[0] + "/anteroom");
            System.setProperty("anteroom.test.smtp.port", Integer.toString(TestMail.port()));
            System.setProperty("anteroom.test.oidc.port", Integer.toString(freePort()));
        }
    }

    /** Where the other sign-in will be, once a test starts one. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
