package clinic.anteroom.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts PostgreSQL before Arquillian reads where it is. Only in runs that deploy the WAR. */
public class DatabaseForTheServer implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("anteroom.war") != null) {
            PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh("anteroom");
            System.setProperty("anteroom.test.db.url", "jdbc:postgresql://127.0.0.1:" + database.getPortNumbers()[0] + "/anteroom");
        }
    }
}
