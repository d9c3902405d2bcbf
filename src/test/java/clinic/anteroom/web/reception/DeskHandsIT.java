package clinic.anteroom.web.reception;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URL;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a receptionist does to one visit on the board: longer and shorter, told or not, and two at one time on purpose. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskHandsIT {

    private static final String PARK = "00000000-0000-7000-8000-000000000107";
    private static final String GEORGE = "00000000-0000-7000-8000-000000000418";
    private static final String NEXT = "00000000-0000-7000-8000-000000000419";
    private static final String THIRD = "00000000-0000-7000-8000-000000000417";
    private static final LocalDate DAY = LocalDate.now(ZoneId.of("America/Toronto")).with(DayOfWeek.MONDAY).plusWeeks(13);

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private BrowserContext window;
    private Page page;

    @BeforeEach
    void signIn() throws SQLException {
        database = ServersDatabase.open();
        window = Browser.desk();
        page = new Hand(window.newPage(), home.toString()).signIn("desk", "reception/").sees("Orders").page();
    }

    @AfterEach
    void leave() throws SQLException {
        database.run("delete from overbooking_seat where resource_id = ?::uuid", PARK);
        window.close();
        database.close();
    }

    @Test
    @DisplayName("T48 a visit is made longer by dragging its edge, by keys and by buttons; what stands against it is named before")
    void aVisitIsMadeLongerByMouseAndByKeys() throws SQLException {
        String visit = book(GEORGE, "10:00");
        book(NEXT, "10:45");
        page.navigate(home + "reception/day.xhtml?visit=" + visit + "&date=" + DAY + "&cols=all&m=15&z=3");
        assertThat(page.locator("#grid.is-live")).isVisible();
        pull(cell("10:00").locator(".b"), 60);
        assertThat(page.locator(".drag-tip")).hasClass(Pattern.compile(".*is-no.*"));
        assertThat(page.locator(".drag-tip")).containsText("has something else then");
        page.keyboard().press("Escape");
        page.mouse().up();
        Assertions.assertThat(minutes(visit)).isEqualTo("20");

        pull(cell("10:00").locator(".b"), 12);
        assertThat(page.locator(".drag-tip")).containsText("30 min: free");
        page.mouse().up();
        assertThat(page.locator("#pane .is-now")).containsText("30 minutes = 20 Talk and exam + 10 set by desk");
        page.locator("#pane input[value='Set this length']").click();
        assertThat(page.locator("#pane .pane-length")).containsText("30 minutes = 20 Talk and exam + 10 set by desk");
        Assertions.assertThat(minutes(visit)).isEqualTo("30");
        assertThat(cell("10:00").locator(".b")).hasClass(Pattern.compile(".* s6 .*"));

        cell("10:00").evaluate("cell => cell.focus()");
        page.keyboard().press("+");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("+");
        assertThat(page.locator("#pane .is-now h3")).containsText("40 min");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane .pane-length")).containsText("40 minutes");
        Assertions.assertThat(minutes(visit)).isEqualTo("40");
        page.locator("#pane").focus();
        page.keyboard().press("u");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane .pane-length")).containsText("30 minutes");
        Assertions.assertThat(minutes(visit)).isEqualTo("30");
        Assertions.assertThat(database.one("select string_agg(minutes || ' ' || set_by, ', ' order by id) from appointment_length where appointment_id = ?::uuid", visit))
                .isEqualTo("10 desk, 20 desk, 10 desk");
    }

    @Test
    @DisplayName("T8 the desk is asked how the patient is told, can stop the letter, and what is undone within the grace sends nothing")
    void theDeskIsAskedHowThePatientIsTold() throws SQLException {
        String visit = book(GEORGE, "13:30");
        Locator tell = page.locator("#pane .tell");
        assertThat(tell).containsText("Tell the patient?");
        assertThat(tell.locator("[data-until]")).hasText(Pattern.compile("mail leaves \u00b7 2:[0-5][0-9]"));
        tell.locator("input[value='Tell nobody']").click();
        assertThat(page.locator("#pane .tell")).containsText("nothing is sent");
        Assertions.assertThat(waiting(visit)).isEqualTo("0");
        page.locator("#pane .tell input[value='By mail']").click();
        assertThat(page.locator("#pane .tell [data-until]")).isVisible();
        Assertions.assertThat(waiting(visit)).isEqualTo("1");

        page.locator("#pane select").selectOption("ERROR");
        page.locator("#pane input[value='Call the visit off']").click();
        assertThat(page.locator("#pane .state-CANCELLED")).isVisible();
        assertThat(page.locator("#pane .tell")).hasCount(0);
        Assertions.assertThat(waiting(visit)).isEqualTo("0");
    }

    @Test
    @DisplayName("T48 a visit that runs is made longer by its edge, by keys and by buttons; the next visit in the way is named before")
    void aVisitThatRunsIsMadeLonger() throws SQLException {
        String visit = book(GEORGE, "08:30");
        book(NEXT, "09:00");
        database.run("update appointment set status = 'CHECKED_IN', version = version + 1 where id = ?::uuid", visit);
        page.navigate(home + "reception/day.xhtml?visit=" + visit + "&date=" + DAY + "&cols=all&m=15&z=3");
        assertThat(page.locator("#grid.is-live")).isVisible();
        pull(cell("08:30").locator(".b"), 40);
        assertThat(page.locator(".drag-tip")).containsText("has something else then:");
        assertThat(page.locator(".drag-tip")).containsText("09:00 to 09:20");
        page.keyboard().press("Escape");
        page.mouse().up();
        page.locator("#pane .pane-length [data-longer]").click();
        assertThat(page.locator("#pane .is-now h3")).containsText("25 min");
        page.locator("#pane input[value='Set this length']").click();
        assertThat(page.locator("#pane .pane-length")).containsText("25 minutes");
        Assertions.assertThat(minutes(visit)).isEqualTo("25");
        cell("08:30").evaluate("cell => cell.focus()");
        page.keyboard().press("-");
        assertThat(page.locator("#pane .is-now h3")).containsText("20 min");
        assertThat(page.locator("#pane [data-first][type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane .pane-length")).containsText("20 min");
        Assertions.assertThat(minutes(visit)).isEqualTo("20");
        assertThat(page.locator("#pane .state-CHECKED_IN")).isVisible();
        Assertions.assertThat(database.one("select count(*) from communication where appointment_id = ?::uuid and kind = 'CHANGE'", visit)).as("who is here needs no letter").isEqualTo("0");
    }

    @Test
    @DisplayName("T8 several are called off at once: each message is read before, one choice holds for all with exceptions a row, and each can be stopped after")
    void severalAreCalledOffAndToldAsChosen() throws SQLException {
        LocalDate day = DAY.plusDays(1);
        String told = bookOn(day, GEORGE, "09:00");
        String quiet = bookOn(day, NEXT, "10:00");
        String never = bookOn(day, THIRD, "11:00");
        database.run("update patient set email = coalesce(email, 'somebody@example.org') where id in (?::uuid, ?::uuid, ?::uuid)", GEORGE, NEXT, THIRD);
        for (String visit : new String[] {told, quiet}) {
            database.run("insert into communication (id, kind, channel, recipient, patient_id, appointment_id, concerning, created_at, due_at, status, sent_at, attempts) "
                    + "select gen_random_uuid(), 'CONFIRMATION', 'EMAIL', 'somebody@example.org', patient_id, id, 'told', now(), now(), 'COMPLETED', now(), 1 from appointment where id = ?::uuid", visit);
        }
        page.navigate(home + "reception/several.xhtml?date=" + day + "&of=" + PARK);
        assertThat(page.locator("input[type=checkbox]:checked")).hasCount(3);
        page.locator("[id='s:preview']").click();
        assertThat(page.locator("main")).containsText("Say why the visit is called off");
        page.locator("[id='s:reason']").selectOption("WEATHER");
        page.locator("[id='s:preview']").click();
        Locator rows = page.locator("ul.several > li");
        assertThat(rows).hasCount(3);
        rows.nth(0).locator("summary").click();
        assertThat(rows.nth(0).locator("pre")).containsText("09:00 (Toronto time) was called off");
        assertThat(rows.nth(2)).containsText("No letter");
        rows.nth(1).locator("select").selectOption("NONE");
        page.locator("[id='s:cancel']").click();

        Locator called = page.locator("#called > li");
        assertThat(called).hasCount(3);
        assertThat(called.nth(0).locator("[data-until]")).hasText(Pattern.compile("mail leaves \u00b7 2:[0-5][0-9]"));
        assertThat(called.nth(1)).containsText("nothing is sent");
        assertThat(called.nth(2)).containsText("you phone");
        Assertions.assertThat(database.one("select string_agg(distinct status || ' ' || cancel_reason, ', ') from appointment where id in (?::uuid, ?::uuid, ?::uuid)", told, quiet, never))
                .isEqualTo("CANCELLED WEATHER");
        called.nth(0).locator("input[value='By phone']").click();
        assertThat(page.locator("#called > li").nth(0)).containsText("you phone");
        Assertions.assertThat(waiting(told)).isEqualTo("0");
        page.navigate(home + "reception/day.xhtml?date=" + day + "&pane=requests");
        assertThat(page.locator("[data-queue=requests] [data-visit='" + told + "']")).containsText("Phone: tell what became of the visit");
        assertThat(page.locator("[data-queue=requests] [data-visit='" + never + "']")).hasCount(1);
        database.run("delete from patient_task where kind = 'TELL_BY_PHONE'");
    }

    @Test
    @DisplayName("T13 the desk says when it hears nothing from the database, and what changed meanwhile is there once it is back")
    void theBoardSaysWhenItHearsNothing() throws SQLException {
        String visit = book(GEORGE, "16:00");
        assertThat(page.locator("#link-lost")).isHidden();
        page.waitForTimeout(500);
        database.one("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'anteroom desk'");
        assertThat(page.locator("#link-lost")).isVisible();
        database.run("insert into visit_answer select id, 'CONFIRMED', 'other desk', now() from appointment where id = ?::uuid", visit);
        assertThat(page.locator("#link-lost")).isHidden();
        assertThat(cell("16:00").locator(".b u")).containsText("\u2713");
        database.run("insert into visit_note (appointment_id, words, by_whom, at) values (?::uuid, 'Heard within a second', 'other desk', now())", visit);
        assertThat(cell("16:00").locator(".b u")).containsText("N", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(1000));
    }

    @Test
    void outsideTheHoursIsBookedAfterAWarningAndWithAReason() throws SQLException {
        page.navigate(home + "reception/day.xhtml?date=" + DAY + "&cols=all&m=15&z=3&at=" + DAY + "T19:00&col=" + PARK + "&type=FAMILY_DOCTOR&patient=" + GEORGE);
        assertThat(page.locator("#pane .obstacle").first()).containsText("does not work in that whole time");
        page.getByLabel("Why outside the hours?").fill("Comes from far away");
        page.locator("#pane input[value='Look again']").click();
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
        assertThat(page.locator("#pane .pane-marks")).containsText("Booked on purpose: Comes from far away");
        page.navigate(home + "reception/reports.xhtml");
        Assertions.assertThat(database.one("select overbooked_because from appointment where live and wall_start = ?::timestamp and patient_id = ?::uuid", DAY + " 19:00", GEORGE))
                .isEqualTo("Comes from far away");
    }

    @Test
    void whoChangedAVisitIsSaidTheSheetGoesToASpreadsheetAndAJumpIsTyped() throws SQLException {
        String visit = book(GEORGE, "16:30");
        page.navigate(home + "reception/visit.xhtml?id=" + visit);
        assertThat(page.locator("#changes li").last()).containsText("booked by desk");
        String phone = database.one("select phone from patient where id = ?::uuid", GEORGE);
        String sheet = page.request().get(home + "reception/sheet.csv?date=" + DAY + "&of=" + PARK).text();
        Assertions.assertThat(sheet).contains("\"16:30\"", "\"Whitfield\"").doesNotContain(phone);
        Assertions.assertThat(page.request().get(home + "reception/sheet.csv?date=" + DAY + "&of=" + PARK + "&phones=1").text()).contains(phone);
        Assertions.assertThat(page.request().get(home + "reception/sheet.csv?date=odd").status()).isEqualTo(400);
        page.navigate(home + "reception/flow.xhtml?of=" + PARK);
        assertThat(page.locator("#f\\:of option:checked")).containsText("Park");

        page.navigate(home + "reception/day.xhtml?date=" + DAY);
        page.locator("#go-jump").fill("soon");
        page.keyboard().press("Enter");
        assertThat(page.locator("#go-jump-error")).containsText("6w");
        assertThat(page.locator("#go-jump")).hasValue("soon");
        page.locator("#go-jump").fill("-2w");
        page.keyboard().press("Enter");
        assertThat(page.locator("#go-date")).hasValue(DAY.minusWeeks(2).toString());
    }

    @Test
    void twoAreBookedAtOneTimeOnPurposeAndNoThird() throws SQLException {
        database.run("insert into overbooking_seat (resource_id, weekday, opens, closes, seats) values (?::uuid, 1, '08:00', '12:00', 1)", PARK);
        String first = book(GEORGE, "11:15");
        page.navigate(home + "reception/day.xhtml?visit=" + first + "&date=" + DAY + "&cols=all&m=15&z=3");
        page.locator("#pane a", new Page.LocatorOptions().setHasText("Book one more at this time")).click();
        assertThat(page.locator("#pane h2")).containsText("Dr. Helen Park");
        page.navigate(page.url() + "&patient=" + NEXT);
        assertThat(page.locator("#pane .obstacle").first()).containsText("Helen Park has something else then");
        page.getByLabel("Why overbook?").fill("Asked by Dr. Osei, cannot wait");
        page.locator("#pane input[value='Look again']").click();
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
        assertThat(page.locator("#pane .pane-marks")).containsText("Booked on purpose: Asked by Dr. Osei, cannot wait");
        assertThat(cell("11:15").locator(".b.l, .b.r")).hasCount(2);

        page.navigate(home + at(THIRD, "11:15"));
        page.getByLabel("Why overbook?").fill("One too many");
        page.locator("#pane input[value='Look again']").click();
        assertThat(page.locator("#pane .obstacle").first()).containsText("Helen Park has something else then");
        Assertions.assertThat(database.one("select count(*) from appointment where live and wall_start = ?::timestamp and visit_type = 'FAMILY_DOCTOR'", DAY + " 11:15")).isEqualTo("2");
    }

    @Test
    void aTimeThatIsKeptIsStripedAndCountsDownOnTheBoard() throws SQLException {
        page.navigate(home + "reception/booking.xhtml?type=FAMILY_DOCTOR&patient=" + THIRD + "&from=" + DAY);
        page.locator(".slots input[type=submit]").first().click();
        assertThat(page.locator("[id='h:confirm']")).isVisible();
        String day = database.one("select wall_start::date::text from appointment where patient_id = ?::uuid and expires_at > now()", THIRD);
        page.navigate(home + "reception/day.xhtml?date=" + day + "&cols=all&m=15&z=3");
        assertThat(page.locator("#grid .b.P s").first()).hasText(Pattern.compile(".* \u00b7 9:[0-5][0-9]"));
        page.goBack();
        page.locator("[id='h:release']").click();
        assertThat(page.locator("[id='h:confirm']")).hasCount(0);
    }

    @Test
    void whatPatientsAskForStandsBesideTheBoard() throws SQLException {
        String visit = book(GEORGE, "14:30");
        database.run("insert into patient_task (id, kind, patient_id, appointment_id, urgent, raised_at) values (gen_random_uuid(), 'WORSE', ?::uuid, ?::uuid, true, now())", GEORGE, visit);
        page.navigate(home + "reception/day.xhtml?date=" + DAY + "&pane=requests&cols=all&m=15&z=3");
        Locator asked = page.locator("[data-queue=requests] li", new Page.LocatorOptions().setHas(page.locator("[data-visit='" + visit + "']")));
        assertThat(asked).containsText("George Whitfield");
        asked.locator(".take").dragTo(cell("15:30"));
        page.locator("#pane input[value='Move here']").click();
        assertThat(cell("15:30").locator(".b")).containsText("Whitfield");
        database.run("delete from patient_task where appointment_id = ?::uuid", visit);
    }

    private String at(String patient, String wall) {
        return at(DAY, patient, wall);
    }

    private String at(LocalDate day, String patient, String wall) {
        return "reception/day.xhtml?date=" + day + "&cols=all&m=15&z=3&at=" + day + "T" + wall + "&col=" + PARK + "&type=FAMILY_DOCTOR&patient=" + patient;
    }

    private String book(String patient, String wall) throws SQLException {
        return bookOn(DAY, patient, wall);
    }

    private String bookOn(LocalDate day, String patient, String wall) throws SQLException {
        page.navigate(home + at(day, patient, wall));
        assertThat(page.locator("#grid.is-live")).isVisible();
        page.locator("#pane input[value='Book here']").click();
        assertThat(page.locator("#pane .state-BOOKED")).isVisible();
        return database.one("select id from appointment where live and patient_id = ?::uuid and wall_start = ?::timestamp", patient, day + " " + wall);
    }

    /** Takes the lower edge of a bar and holds it so many pixels further down. */
    private void pull(Locator bar, int down) {
        BoundingBox box = bar.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height - 3);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height - 3 + down / 2.0);
        page.mouse().move(box.x + box.width / 2, box.y + box.height - 3 + down);
    }

    private String minutes(String visit) throws SQLException {
        return database.one("select (extract(epoch from ends_at - starts_at) / 60)::int from appointment where id = ?::uuid", visit);
    }

    private String waiting(String visit) throws SQLException {
        return database.one("select count(*) from communication where appointment_id = ?::uuid and status = 'PREPARATION' and kind in ('CONFIRMATION', 'CHANGE', 'CANCELLATION')", visit);
    }

    private Locator cell(String wall) {
        int index = ((Number) page.evaluate("id => [...document.querySelectorAll('#grid thead tr > *')].findIndex(head => head.dataset.id === id)", PARK)).intValue();
        return page.locator("#grid tbody tr", new Page.LocatorOptions().setHas(page.locator("th", new Page.LocatorOptions().setHasText(wall)))).locator("td").nth(index - 1);
    }
}
