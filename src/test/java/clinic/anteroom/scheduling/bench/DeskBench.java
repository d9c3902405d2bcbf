package clinic.anteroom.scheduling.bench;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what the desk's screens cost on the common clinic: the day of 20 columns, the week, a search over 90 days. Never a test:
 * figures depend on the machine. It needs a running server to try things on; the common clinic is loaded into its database if it is not there.
 */
public final class DeskBench {

    private static final int WARM = 40;
    private static final int LOOKS = 21;
    private static final int COLD = 5;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    private final String home;

    private DeskBench(String home) {
        this.home = home;
    }

    /** Arguments: address of the server, with a slash at its end; JDBC address of its database. */
    public static void main(String[] arguments) throws SQLException {
        DeskBench bench = new DeskBench(arguments[0]);
        String columns;
        String patient;
        try (Connection connection = DriverManager.getConnection(arguments[1] + "?user=postgres&stringtype=unspecified")) {
            if (one(connection, "select count(*) from visit_type where code = 'BENCH'").equals("0")) {
                new CommonClinic().load(connection, true);
                connection.setAutoCommit(true);
                CommonClinic.run(connection, "analyze");
            }
            columns = one(connection, "select string_agg(resource_id::text, '.' order by resource_id) from resource_capability where capability = 'BENCH_DOCTOR'");
            patient = one(connection, "select p.id from patient p where not exists (select from appointment a where a.patient_id = p.id and a.live) order by p.id limit 1");
        }
        System.out.printf("%nload of the machine before: %.2f%n%n%-58s %14s %16s%n",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), "what", "measured", "wanted");
        try (BrowserContext window = Browser.desk()) {
            Page page = window.newPage();
            new Hand(page, bench.home).signIn("desk", "reception/").sees("Orders");
            bench.measure(page, window.cookies(), "day of 20 columns", "reception/day.xhtml?date=" + DAY + "&view=day&m=20&z=3&cols=" + columns, 40, 60, 600);
            bench.measure(page, window.cookies(), "week of all", "reception/day.xhtml?date=" + DAY + "&view=week&cols=all", 100, 0, 1_000);
            bench.measure(page, window.cookies(), "find, 90 days x 20 people", "reception/booking.xhtml?type=BENCH&patient=" + patient
                    + "&from=" + LocalDate.now() + "&latest=" + LocalDate.now().plusDays(90), 100, 0, 1_000);
        }
        System.exit(0);
    }

    private static String one(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void measure(Page page, List<Cookie> cookies, String what, String path, int server, int kilobytes, int drawn) {
        for (int i = 0; i < WARM; i++) {
            page.navigate(home + path);
        }
        double[] took = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            page.navigate(home + path);
            took[i] = number(page, "(t => t.responseEnd - t.requestStart)(performance.getEntriesByType('navigation')[0])");
        }
        row(what + ": server, median", "%.0f ms".formatted(median(took)), "< %d ms".formatted(server));
        row(what + ": page as sent", "%.1f kB".formatted(number(page, "performance.getEntriesByType('navigation')[0].encodedBodySize / 1000")), kilobytes == 0 ? "" : "< %d kB".formatted(kilobytes));
        row(what + ": page unpacked", "%.1f kB".formatted(number(page, "performance.getEntriesByType('navigation')[0].decodedBodySize / 1000")), "");
        row(what + ": bars, cells", "%.0f, %.0f".formatted(number(page, "document.querySelectorAll('#grid .b').length"), number(page, "document.querySelectorAll('#grid td').length")), "");
        double[] painted = new double[COLD];
        for (int i = 0; i < COLD; i++) {
            try (BrowserContext cold = Browser.desk()) {
                cold.addCookies(cookies);
                Page first = cold.newPage();
                first.navigate(home + path);
                first.waitForTimeout(1_000); // The paint is told a little later than it is seen.
                painted[i] = number(first, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
            }
        }
        row(what + ": drawn in a cold browser, median", "%.0f ms".formatted(median(painted)), "< %d ms".formatted(drawn));
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static double median(double[] took) {
        Arrays.sort(took);
        return took[took.length / 2];
    }

    private static void row(String what, String measured, String wanted) {
        System.out.printf("%-58s %14s %16s%n", what, measured, wanted);
    }
}
