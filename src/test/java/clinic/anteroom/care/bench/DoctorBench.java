package clinic.anteroom.care.bench;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.PageTimes;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Prints what the doctor's list and one case cost with 5,000 open cases. Never a test: figures depend on the machine. It needs a
 * running server to try things on: cases are written into its database and stay there.
 */
public final class DoctorBench {

    private static final int OPEN = 5_000;

    private DoctorBench() {
    }

    /** Arguments: address of the server, with a slash at its end; JDBC address of its database. */
    public static void main(String[] arguments) throws SQLException {
        UUID one = fill(arguments[1]);
        try (BrowserContext window = Browser.desk()) {
            Page page = window.newPage();
            new Hand(page, arguments[0]).signIn("dr.osei", "doctor/").sees("Worklist");
            PageTimes times = new PageTimes(arguments[0], page);
            measure(times, "list, folder New", "doctor/worklist.xhtml?folder=NEW");
            measure(times, "list, everything open", "doctor/worklist.xhtml?folder=OPEN");
            measure(times, "list, a search", "doctor/worklist.xhtml?folder=OPEN&search=Number33");
            measure(times, "one case with four flags", "doctor/review.xhtml?case=" + one);
            page.navigate(arguments[0] + "doctor/worklist.xhtml?folder=NEW&search=");
        }
        System.exit(0);
    }

    private static UUID fill(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url + "?user=postgres&stringtype=unspecified")) {
            connection.setAutoCommit(false);
            ServersDatabase database = ServersDatabase.at(connection);
            SomeCases cases = new SomeCases(database);
            int open = Integer.parseInt(database.one("select count(*) from care_case where is_open"));
            if (open < OPEN / 2) { // The copies are numbered: they are made once.
                cases.many(OPEN * 3 / 2);
            }
            UUID one = cases.weakArm("Alice", "Mbeki");
            connection.commit();
            connection.setAutoCommit(true);
            database.run("analyze");
            System.out.println("open cases: " + database.one("select count(*) from care_case where is_open"));
            return one;
        }
    }

    private static void measure(PageTimes times, String what, String path) {
        times.server(what, path, 60);
        times.drawn(what, path, 600);
    }
}
