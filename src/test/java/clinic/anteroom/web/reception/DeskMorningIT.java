package clinic.anteroom.web.reception;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.WaitingOrders;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A receptionist's morning at the board, once with the mouse and once with the keyboard alone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskMorningIT {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final String MOREAU = "00000000-0000-7000-8000-000000000104";
    private static final String PARK = "00000000-0000-7000-8000-000000000107";

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private BrowserContext window;
    private Hand desk;
    private Page page;

    @BeforeEach
    void signIn() throws SQLException {
        database = ServersDatabase.open();
        window = Browser.desk();
        desk = new Hand(window.newPage(), home.toString()).signIn("desk", "reception/").sees("Orders");
        page = desk.page();
    }

    @AfterEach
    void leave() throws SQLException {
        window.close();
        database.close();
    }

    @Test
    void byMouse() throws SQLException {
        LocalDate day = mondayIn(5);
        board(day);
        for (int i = 0; i < 12; i++) {
            bookOrder(day, i);
        }
        Assertions.assertThat(database.one("select count(*) from appointment a join appointment_request r on r.appointment_id = a.id where a.live and a.starts_at >= ?::date "
                + "and a.starts_at < ?::date + 14", day, day)).isEqualTo("12");

        bookByMouse(day, "14:00", "Tremblay");
        dragTo("Tremblay", day, "14:45");
        dragTo("Tremblay", day, "15:30");
        dragTo("Tremblay", day, "13:30");
        assertThat(cell(PARK, "13:30").locator(".b")).containsText("Tremblay");

        aRaceIsLostAndRecovered(day);
        anotherDeskIsSeen(day);
        aDaySheetIsPrinted(day);
    }

    @Test
    void byKeyboardAlone() throws SQLException {
        LocalDate day = mondayIn(7);
        String order = WaitingOrders.of(database, 1).get(0);
        page.navigate(home + "reception/day.xhtml?date=" + day + "&pane=orders&cols=all&m=15&z=3");
        assertThat(page.locator("#grid.is-live")).isVisible();
        page.locator("[data-order='" + order + "'] .take").focus();
        page.keyboard().press("Enter");
        focus(MOREAU, "08:30");
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
        Assertions.assertThat(database.one("select count(*) from appointment_request where service_request_id = ?::uuid and live", order)).isEqualTo("1");

        board(day);
        focus(PARK, "09:00");
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane input[type=search]")).isFocused();
        page.keyboard().type("vargas");
        page.keyboard().press("Enter");
        assertThat(page.locator("#found a").first()).containsText("Vargas");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane h2")).containsText("Mateo Vargas");
        page.keyboard().press("Escape");
        assertThat(cell(PARK, "09:00")).isFocused();
        assertThat(cell(PARK, "09:00")).hasAttribute("aria-label", java.util.regex.Pattern.compile("Park, Dr. Helen, 09:00, Booked, Vargas Mateo.*"));

        page.keyboard().press("x");
        for (int row = 0; row < 13; row++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator(".drag-tip")).containsText("does not work in that whole time");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator(".drag-tip")).hasClass(java.util.regex.Pattern.compile(".*is-yes.*"));
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(cell(PARK, "11:45").locator(".b")).containsText("Vargas");
        Assertions.assertThat(database.one("select to_char(wall_start, 'HH24:MI') from appointment a join patient p on p.id = a.patient_id "
                + "where p.family_name = 'Vargas' and a.live and wall_start::date = ?::date and a.created_by = 'desk'", day)).isEqualTo("11:45");

        page.locator("#pane").focus();
        page.keyboard().press("u");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(cell(PARK, "09:00").locator(".b")).containsText("Vargas");
    }

    @Test
    void aSeriesKeepsItsWallTimeAcrossTheClockChange() throws SQLException {
        String patient = database.one("select id from patient where family_name = 'Kim'");
        LocalDate first = mondayIn(1);
        LocalDate change = LocalDate.of(2027, 3, 14);
        LocalDate from = change.minusDays(11).isAfter(first) ? change.minusDays(11) : first;
        desk.open("reception/series.xhtml?patient=" + patient + "&type=FAMILY_DOCTOR&first=" + from + "&wall=09:00&every=7&times=3").sees("Series");
        assertThat(page.locator("main ol li")).hasCount(3);
        desk.press("Book all of them").sees("Day");
        Assertions.assertThat(database.list("select distinct to_char(a.wall_start, 'HH24:MI') from visit_group_member m join visit_group g on g.id = m.group_id "
                + "join appointment a on a.id = m.appointment_id where g.patient_id = ?::uuid and g.kind = 'SERIES'", patient)).containsExactly("09:00");
    }

    @Test
    void aMissedVisitIsEnteredAfterwardsAndATimeIsOffered() throws SQLException {
        String missed = visit("Bello", LocalDate.now(TORONTO).minusDays(1), "00:05");
        desk.open("reception/afterwards.xhtml").sees("Enter afterwards");
        page.locator("main li", new Page.LocatorOptions().setHasText("Aisha Bello")).locator("input[value='Did not come']").click();
        assertThat(page.locator("main li", new Page.LocatorOptions().setHasText("Aisha Bello"))).hasCount(0);
        Assertions.assertThat(database.one("select status from appointment where id = ?::uuid", missed)).isEqualTo("NOSHOW");
        desk.open("reception/print.xhtml?of=missed&date=" + LocalDate.now(TORONTO).minusDays(1));
        assertThat(page.locator(".day-sheet tbody")).containsText("Aisha Bello");

        LocalDate free = mondayIn(9);
        String later = visit("Petrova", mondayIn(10), "09:00");
        desk.open("reception/day.xhtml?visit=" + later);
        page.locator("#pane input[value='Would come earlier']").click();
        assertThat(page.locator("#pane input[value='Off the wait list']")).isVisible();
        desk.open("reception/waitlist.xhtml?type=FAMILY_DOCTOR&date=" + free + "&wall=09:00").sees("Wait list");
        assertThat(page.locator("main .queue li")).containsText("Sofia Petrova");
        desk.press("Tell the next ones");
        assertThat(page.locator("main .notice.tone-done")).containsText("1");
        Assertions.assertThat(database.one("select count(*) from wait_list_offer o join wait_list_entry e on e.id = o.entry_id where e.appointment_id = ?::uuid", later)).isEqualTo("1");
    }

    @Test
    void somebodyNewIsComparedWithWhoIsKnownAndTimeIsBlocked() throws SQLException {
        LocalDate day = mondayIn(11);
        desk.open("reception/day.xhtml?date=" + day + "&cols=all&m=15&z=3&q=nobody-like-that&at=" + day + "T10:00&col=" + PARK + "&type=FAMILY_DOCTOR");
        page.locator("[id='r:given']").fill("Aisha");
        page.locator("[id='r:family']").fill("Bello");
        page.locator("[id='r:born']").fill(database.one("select birth_date::text from patient where family_name = 'Bello' order by created_at limit 1"));
        page.locator("[id='r:phone']").fill("416 555 0171");
        page.locator("[id='r:register']").click();
        assertThat(page.locator("#pane .notice .queue")).containsText("Aisha Bello");
        page.locator("[id='r:given']").fill("Zuri");
        page.locator("[id='r:family']").fill("Newcomer");
        page.locator("[id='r:born']").fill("1991-02-03");
        page.locator("[id='r:register']").click();
        page.locator("#pane input[value='Book here']").click();
        assertThat(page.locator("#pane h2")).containsText("Zuri Newcomer");
        Assertions.assertThat(database.one("select count(*) from patient where family_name = 'Bello' and phone = '416 555 0171'")).isEqualTo("0");

        desk.open("reception/day.xhtml?date=" + day + "&cols=all&m=15&z=3&at=" + day + "T15:00&col=" + PARK);
        page.locator("summary", new Page.LocatorOptions().setHasText("Block")).click();
        page.locator("[id='x:minutes']").fill("30");
        page.locator("[id='x:why']").fill("Fire drill");
        page.locator("[id='x:block']").click();
        assertThat(cell(PARK, "15:00")).hasClass(java.util.regex.Pattern.compile(".*x.*"));
    }

    @Test
    void aWalkInComesFirstAndEveryPageOfTheDeskOpens() throws SQLException {
        String patient = database.one("select id from patient where family_name = 'Fraser'");
        desk.open("reception/walkin.xhtml?patient=" + patient + "&type=FAMILY_DOCTOR").sees("Walk-in");
        Locator book = page.locator("input[value='Book, the patient is here']");
        assertThat(book.or(page.locator("main .empty-line"))).isVisible();
        if (book.isVisible()) {
            book.click();
            assertThat(page.locator("#pane .state-ARRIVED")).isVisible();
        }
        for (String name : List.of("flow", "waitlist", "reports", "availability", "several", "columns", "find", "afterwards")) {
            Assertions.assertThat(page.navigate(home + "reception/" + name + ".xhtml").status()).as(name).isEqualTo(200);
        }
        Assertions.assertThat(page.navigate(home + "patient/kiosk.xhtml").status()).isEqualTo(200);
        desk.type("Your visit number", "23456789").press("I am here");
        assertThat(page.locator(".notice:visible")).containsText("Please come to the front desk");
    }

    /** A visit with the family doctor. */
    private String visit(String family, LocalDate day, String at) throws SQLException {
        return database.one("""
                with made as (
                    insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                    select gen_random_uuid(), 'BOOKED', 'FAMILY_DOCTOR', id, ?::timestamp at time zone 'America/Toronto',
                           (?::timestamp + interval '20 minutes') at time zone 'America/Toronto', 'America/Toronto', ?::timestamp, 'test', now()
                    from patient where family_name = ? returning *),
                taken as (
                    insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                    select gen_random_uuid(), id, 1, who, tstzrange(starts_at, ends_at), true
                    from made cross join lateral (values (patient_id), ('00000000-0000-7000-8000-000000000107'::uuid)) as with_whom (who))
                select id from made""", day + " " + at, day + " " + at, day + " " + at, family);
    }

    private void bookOrder(LocalDate day, int number) throws SQLException {
        String order = WaitingOrders.of(database, 1).get(0);
        LocalDate on = day.plusDays(number / 4);
        List<String> times = List.of("08:30", "10:15", "13:30", "15:15");
        page.navigate(home + "reception/day.xhtml?date=" + on + "&pane=orders&cols=all&m=15&z=3");
        assertThat(page.locator("#grid.is-live")).isVisible();
        page.locator("[data-order='" + order + "'] .take").dragTo(cell(MOREAU, times.get(number % 4)));
        page.locator("#pane input[value='Book here']").click();
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
    }

    private void bookByMouse(LocalDate day, String at, String name) {
        board(day);
        cell(PARK, at).click();
        page.locator("#pane input[type=search]").fill(name);
        page.keyboard().press("Enter");
        page.locator("#found a").first().click();
        page.locator("#pane input[value='Book here']").click();
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
        assertThat(cell(PARK, at).locator(".b")).containsText(name);
    }

    private void dragTo(String name, LocalDate day, String at) {
        page.locator(".b:has-text('" + name + "')").first().dragTo(cell(PARK, at));
        page.locator("#pane input[value='Move here']").click();
        assertThat(cell(PARK, at).locator(".b")).containsText(name);
    }

    /** Two desks have the same cell open; the second to press reads what stands against it and books another. */
    private void aRaceIsLostAndRecovered(LocalDate day) {
        String cell = "reception/day.xhtml?date=" + day + "&at=" + day + "T10:00&col=" + PARK + "&type=FAMILY_DOCTOR&patient=";
        page.navigate(home + cell + "00000000-0000-7000-8000-000000000418");
        Page rival = window.newPage();
        rival.navigate(home + cell + "00000000-0000-7000-8000-000000000419");
        rival.locator("#pane input[value='Book here']").click();
        assertThat(rival.locator("#pane .state-BOOKED")).isVisible();
        page.locator("#pane input[value='Book here']").click();
        assertThat(page.locator("#pane .obstacle").first()).containsText("has something else then");
        cell(PARK, "11:00").click();
        page.locator("#pane input[value='Book here']").click();
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
        rival.close();
    }

    private void anotherDeskIsSeen(LocalDate day) throws SQLException {
        board(day);
        assertThat(page.locator("#link-lost")).isHidden();
        database.run("insert into visit_answer select id, 'CONFIRMED', 'other desk', now() from appointment a where a.live and a.created_by = 'desk' and a.wall_start = ?::timestamp "
                + "on conflict do nothing", day.atTime(LocalTime.of(11, 0)));
        assertThat(cell(PARK, "11:00").locator(".b u")).containsText("\u2713", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(1000));
    }

    private void aDaySheetIsPrinted(LocalDate day) {
        desk.open("reception/print.xhtml?date=" + day + "&of=" + PARK).sees("Day sheets");
        assertThat(page.locator(".day-sheet tbody tr").first()).containsText("Yusuf");
        desk.follow("Call list");
        assertThat(page.locator(".day-sheet tbody")).containsText("Yusuf");
    }

    private void board(LocalDate day) {
        page.navigate(home + "reception/day.xhtml?date=" + day + "&cols=all&m=15&z=3");
        assertThat(page.locator("#grid.is-live")).isVisible();
    }

    private Locator cell(String column, String at) {
        int index = ((Number) page.evaluate("id => [...document.querySelectorAll('#grid thead tr > *')].findIndex(head => head.dataset.id === id)", column)).intValue();
        return page.locator("#grid tbody tr", new Page.LocatorOptions().setHas(page.locator("th", new Page.LocatorOptions().setHasText(at)))).locator("td").nth(index - 1);
    }

    private void focus(String column, String at) {
        cell(column, at).evaluate("cell => cell.focus()");
    }

    /** A Monday so many weeks ahead: far from the demo's bookings, and no public holiday in the three days that follow. */
    private static LocalDate mondayIn(int weeks) {
        LocalDate monday = LocalDate.now(TORONTO).with(DayOfWeek.MONDAY).plusWeeks(weeks);
        return monday.getMonthValue() == 12 && monday.getDayOfMonth() > 20 || monday.getMonthValue() == 1 && monday.getDayOfMonth() < 4 ? monday.plusWeeks(3) : monday;
    }
}
