package clinic.anteroom.scheduling.bench;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.PageTimes;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Prints what the desk's screens cost on the common clinic: the day of 20 columns, the week, a search over 90 days. Never a test:
 * figures depend on the machine. It needs a running server to try things on; the common clinic is loaded into its database if it is not there.
 */
public final class DeskBench {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    private final PageTimes times;

    private DeskBench(PageTimes times) {
        this.times = times;
    }

    /** Arguments: address of the server, with a slash at its end; JDBC address of its database. */
    public static void main(String[] arguments) throws SQLException {
        String home = arguments[0];
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
        try (BrowserContext window = Browser.desk()) {
            Page page = window.newPage();
            new Hand(page, home).signIn("desk", "reception/").sees("Orders");
            DeskBench bench = new DeskBench(new PageTimes(home, page));
            bench.measure("day of 20 columns", "reception/day.xhtml?date=" + DAY + "&view=day&m=20&z=3&cols=" + columns, 40, 60, 600);
            bench.measure("week of all", "reception/day.xhtml?date=" + DAY + "&view=week&cols=all", 100, 0, 1_000);
            bench.measure("find, 90 days x 20 people", "reception/booking.xhtml?type=BENCH&patient=" + patient
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

    private void measure(String what, String path, int server, int kilobytes, int drawn) {
        times.server(what, path, server);
        times.row(what + ": page as sent", kilobytes("encodedBodySize"), kilobytes == 0 ? "" : "< %d kB".formatted(kilobytes));
        times.row(what + ": page unpacked", kilobytes("decodedBodySize"), "");
        times.row(what + ": bars, cells", "%.0f, %.0f".formatted(times.number("document.querySelectorAll('#grid .b').length"),
                times.number("document.querySelectorAll('#grid td').length")), "");
        times.drawn(what, path, drawn);
    }

    private String kilobytes(String size) {
        return "%.1f kB".formatted(times.number("performance.getEntriesByType('navigation')[0]." + size + " / 1000"));
    }
}
