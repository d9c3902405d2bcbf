package clinic.anteroom.testing;

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
        }
    }
}
