package clinic.anteroom.care.bench;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Prints what the doctor's list and one case cost with 5,000 open cases. Never a test: figures depend on the machine. It needs a
 * running server to try things on: cases are written into its database and stay there.
 */
public final class DoctorBench {

    private static final int OPEN = 5_000;
    private static final int LOOKS = 21;
    private static final int COLD = 5;

    private final String home;

    private DoctorBench(String home) {
        this.home = home;
    }

    /** Arguments: address of the server, with a slash at its end; JDBC address of its database. */
    public static void main(String[] arguments) throws SQLException {
        UUID one = fill(arguments[1]);
        DoctorBench bench = new DoctorBench(arguments[0]);
        System.out.printf("%n%-58s %14s %16s%n", "what", "measured", "wanted");
        try (BrowserContext window = Browser.desk()) {
            Page page = window.newPage();
            new Hand(page, bench.home).signIn("dr.osei", "doctor/").sees("Worklist");
            bench.measure(page, window.cookies(), "list, folder New", "doctor/worklist.xhtml?folder=NEW");
            bench.measure(page, window.cookies(), "list, everything open", "doctor/worklist.xhtml?folder=OPEN");
            bench.measure(page, window.cookies(), "list, a search", "doctor/worklist.xhtml?folder=OPEN&search=Number33");
            bench.measure(page, window.cookies(), "one case with four flags", "doctor/review.xhtml?case=" + one);
            page.navigate(bench.home + "doctor/worklist.xhtml?folder=NEW&search=");
        }
        System.exit(0);
    }

    private static UUID fill(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url + "?user=postgres&stringtype=unspecified")) {
            connection.setAutoCommit(false);
            ServersDatabase database = ServersDatabase.at(connection);
            SomeCases cases = new SomeCases(database);
            int open = Integer.parseInt(database.one("select count(*) from care_case where is_open"));
            cases.many((OPEN - open) * 3 / 2);
            UUID one = cases.weakArm("Alice", "Mbeki");
            connection.commit();
            connection.setAutoCommit(true);
            database.run("analyze");
            System.out.println("open cases: " + database.one("select count(*) from care_case where is_open"));
            return one;
        }
    }

    private void measure(Page page, List<Cookie> cookies, String what, String path) {
        double[] server = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            page.navigate(home + path);
            server[i] = number(page, "(t => t.responseEnd - t.requestStart)(performance.getEntriesByType('navigation')[0])");
        }
        row(what + ": server, median", server, "< 60 ms");
        double[] drawn = new double[COLD];
        for (int i = 0; i < COLD; i++) {
            try (BrowserContext cold = Browser.desk()) {
                cold.addCookies(cookies);
                Page first = cold.newPage();
                first.navigate(home + path);
                first.waitForTimeout(1_000); // The paint is told a little later than it is seen.
                drawn[i] = number(first, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
            }
        }
        row(what + ": drawn in a cold browser, median", drawn, "< 600 ms");
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static void row(String what, double[] took, String wanted) {
        Arrays.sort(took);
        System.out.printf("%-58s %14s %16s%n", what, "%.0f ms".formatted(took[took.length / 2]), wanted);
    }
}
