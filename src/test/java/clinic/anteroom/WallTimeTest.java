package clinic.anteroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looks through the sources for wall time that is worked out where the zone is not spelled out. */
class WallTimeTest {

    private static final Pattern IN_SQL = Pattern.compile(
            "(?i)at time zone|current_date|(?-i:\\blocaltime(?:stamp)?\\b)|(?-i:\\b[a-z_]+::date\\b)|date_trunc|interval '\\d+ (?:day|month|year)s?'|make_interval\\(\\s*(?:days|weeks|months|years)\\b");
    private static final Pattern IN_JAVA = Pattern.compile(
            "ZoneId\\.systemDefault\\(|Local(?:Date|Time|DateTime)\\.now\\(\\)|ZonedDateTime\\.now\\(\\)|new Date\\(|Calendar\\.getInstance|new GregorianCalendar|"
                    + "TimeZone\\.getDefault|new SimpleDateFormat|toLocalDateTime\\(\\)\\.atZone");

    /** Where the database may count days, and why that is no wall time anybody is promised. */
    private static final Map<String, String> ALLOWED = Map.of(
            "V092__what_has_to_be_settled_before_an_order.sql", "a blood value is good for about 90 days",
            "V126__patients_book_by_invitation.sql", "a link lives at most a month",
            "V147__an_order_says_what_holds_it.sql", "a blood value is good for about 90 days",
            "V155__a_visit_remembers_when_it_stood_where.sql", "what was filled in once, at the migration",
            "V159__every_desk_hears_of_a_change.sql", "names the zone; tells boards which day to draw again",
            "ClockGuard.java", "asks the database for its rules to compare them",
            "Interlocks.java", "a blood value is good for about 90 days",
            "Cases.java", "a list of what was done goes back about 90 days",
            "IssueToken.java", "a token lives about so many days");

    @Test
    @DisplayName("T17 wall time is converted in Java only: no statement of ours asks the database for a day or a wall clock")
    void theDatabaseConvertsNoWallTime() throws IOException {
        assertThat(lines(IN_SQL, "src/main/java", "src/main/resources", "db/migration")).isEmpty();
    }

    @Test
    @DisplayName("T17 the zone is spelled out: nothing asks which zone the server happens to stand in")
    void javaNeverAsksForTheServersZone() throws IOException {
        assertThat(lines(IN_JAVA, "src/main/java")).isEmpty();
    }

    @Test
    @DisplayName("T17 connections to the database run in UTC")
    void connectionsRunInUtc() throws IOException {
        String pool = Files.readString(Path.of("src/main/java/clinic/anteroom/startup/Migrator.java"));
        assertThat(pool).contains("\"options=-c timezone=UTC ");
    }

    @Test
    void whatIsLookedForWouldBeFound() {
        assertThat(Stream.of("where a < current_date", "starts_at AT TIME ZONE 'America/Toronto'", "now() + interval '1 day'", "make_interval(days => 1)")
                .filter(IN_SQL.asPredicate().negate())).isEmpty();
        assertThat(Stream.of("LocalDate.now()", "LocalDateTime.now()", "ZoneId.systemDefault()").filter(IN_JAVA.asPredicate().negate())).isEmpty();
        assertThat(Stream.of("LocalDate.now(zone)", "interval '20 minutes'").filter(IN_JAVA.asPredicate().or(IN_SQL.asPredicate()))).isEmpty();
    }

    private static List<String> lines(Pattern wanted, String... folders) throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|sql)")).toList()) {
                    if (!ALLOWED.containsKey(file.getFileName().toString())) {
                        Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.startsWith("*") && !line.startsWith("--"))
                                .filter(wanted.asPredicate()).forEach(line -> found.add(file + ": " + line));
                    }
                }
            }
        }
        return found;
    }
}
