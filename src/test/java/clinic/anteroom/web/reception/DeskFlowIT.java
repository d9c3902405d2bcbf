package clinic.anteroom.web.reception;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** Many visits at once: the flow of a day, what was called off, what changed, and times that became free. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskFlowIT {

    private static final String PARK = "00000000-0000-7000-8000-000000000107";
    private static final String GEORGE = "00000000-0000-7000-8000-000000000418";
    private static final String NEXT = "00000000-0000-7000-8000-000000000419";
    private static final String THIRD = "00000000-0000-7000-8000-000000000417";
    /** A Sunday that is over: nobody else has visits on it, and steps at the door can be taken. */
    private static final LocalDate PAST = LocalDate.of(2026, 10, 4);
    private static final LocalDate EARLIER = PAST.minusWeeks(1);
    private static final LocalDate AHEAD = LocalDate.now(ZoneId.of("America/Toronto")).with(DayOfWeek.MONDAY).plusWeeks(15);

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
        database.run("delete from wait_list_offer where entry_id in (select id from wait_list_entry where appointment_id in (select id from appointment where created_by = 'flow'))");
        database.run("delete from wait_list_entry where appointment_id in (select id from appointment where created_by = 'flow')");
        database.run("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where created_by = 'flow' and status = 'BOOKED'");
        window.close();
        database.close();
    }

    @Test
    @DisplayName("T48 several take a step at once, chosen by keys; who cannot is named, and every change is said on the visit")
    void severalTakeAStepAtOnce() throws SQLException {
        String first = visit(GEORGE, PAST, "09:00");
        String second = visit(NEXT, PAST, "10:00");
        String third = visit(THIRD, PAST, "11:00");
        page.navigate(home + "reception/flow.xhtml?view=list&date=" + PAST);
        assertThat(rowOf(first)).containsText("Late");
        choose(first);
        choose(third);
        database.run("update appointment set version = version + 1 where id = ?::uuid", third);
        page.locator("[data-step=CHECK_IN]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main [role=status]:visible").first()).containsText("Check in: 1");
        assertThat(page.locator(".error-summary")).containsText(nameOf(THIRD));
        assertThat(rowOf(first)).containsText("Waiting room");
        assertThat(rowOf(third)).containsText("Late");
        assertThat(rowOf(second)).containsText("Late");
        Assertions.assertThat(database.one("select count(*) from stay s join stay_visit v on v.stay_id = s.id where v.appointment_id = ?::uuid and s.closed_at is null", first)).isEqualTo("1");

        page.getByText("Choose all shown").click();
        assertThat(page.locator("#flow-list input:checked")).hasCount(3);
        page.locator("[data-step=FULFIL]").click();
        assertThat(rowOf(first)).containsText("Done");
        assertThat(page.locator(".error-summary li")).hasCount(2);
        assertThat(rowOf(first).locator("td").nth(8)).containsText("desk");
        Assertions.assertThat(database.one("select count(*) from stay s join stay_visit v on v.stay_id = s.id where v.appointment_id = ?::uuid and s.closed_at is null", first)).isEqualTo("0");

        page.locator("[data-step=MISS]").focus();
        choose(second);
        page.locator("[data-step=MISS]").click();
        assertThat(rowOf(second)).containsText("Did not come");
        rowOf(second).locator("a").click();
        assertThat(page.locator("#changes")).containsText("State: Booked \u2192 Did not come");
        assertThat(page.locator("#changes b").first()).containsText("desk");
    }

    @Test
    void theFlowIsFilteredByPersonStateAndNameAndANameGoesIntoNoAddress() throws SQLException {
        String first = visit(GEORGE, PAST.minusWeeks(1), "09:00");
        String second = visit(NEXT, PAST.minusWeeks(1), "10:00");
        page.navigate(home + "reception/flow.xhtml?view=list&date=" + PAST.minusWeeks(1));
        assertThat(page.locator("#flow-list tbody tr")).hasCount(2);
        assertThat(page.locator(".flow-totals")).containsText("Late 2");
        page.getByLabel("Name or reference").fill("whitfield geo");
        page.keyboard().press("Enter");
        assertThat(page.locator("#flow-list tbody tr")).hasCount(1);
        assertThat(rowOf(first)).isVisible();
        Assertions.assertThat(page.url()).doesNotContain("whitfield");
        page.getByLabel("Name or reference").fill(database.one("select visit_reference(?::uuid)", second).toLowerCase());
        page.keyboard().press("Enter");
        assertThat(rowOf(second)).isVisible();
        page.getByLabel("Name or reference").fill("");
        page.getByLabel("State", new Page.GetByLabelOptions().setExact(true)).selectOption("DONE");
        page.locator("[id='f:show']").click();
        assertThat(page.locator(".empty-line")).containsText("Nobody on this day who fits");
        Assertions.assertThat(page.url()).contains("state=DONE");
        page.getByLabel("State", new Page.GetByLabelOptions().setExact(true)).selectOption("LATE");
        page.getByLabel("Person, room or machine").selectOption(new com.microsoft.playwright.options.SelectOption().setValue(PARK));
        page.locator("[id='f:show']").click();
        assertThat(page.locator("#flow-list tbody tr")).hasCount(2);
        page.getByText("Side by side").click();
        assertThat(page.locator(".flow section").first()).containsText("Late");
        assertThat(page.locator("[id='f:of'] option:checked")).containsText("Park");
    }

    @Test
    @DisplayName("T48 what was called off is shown if a desk wants it, said aloud, opened by mouse and key, and in nobody's way")
    void whatWasCalledOffIsShownOnlyToWhoWantsIt() throws SQLException {
        LocalDate day = AHEAD.plusWeeks(1);
        String gone = visit(GEORGE, day, "09:00");
        database.run("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where id = ?::uuid", gone);
        String board = home + "reception/day.xhtml?date=" + day + "&cols=all&m=15&z=4";
        page.navigate(board);
        assertThat(page.locator("#grid.is-live")).isVisible();
        assertThat(page.locator("#grid .off")).hasCount(0);
        page.locator(".desk-look summary").click();
        page.locator("#look-off").click();
        assertThat(page.locator("#grid .off")).hasText("Whitfield");
        page.navigate(board);
        assertThat(page.locator("#grid .off")).hasText("Whitfield"); // It is remembered.
        Assertions.assertThat(window.cookies().stream().filter(one -> one.name.equals("__Host-desk")).findFirst().orElseThrow().value).endsWith("_1");

        Locator cell = page.locator("#grid td", new Page.LocatorOptions().setHas(page.locator(".off")));
        cell.evaluate("cell => cell.focus()");
        assertThat(cell).hasAttribute("aria-label", Pattern.compile(".*free.*Called off: Whitfield George, 09:00"));
        page.keyboard().press("e");
        assertThat(page.locator("#pane .state-CANCELLED")).isVisible();
        page.keyboard().press("Escape");
        cell.click(new Locator.ClickOptions().setPosition(4, 4));
        assertThat(page.locator("#pane h2")).containsText("Dr. Helen Park");
        page.locator("#grid .off").click();
        assertThat(page.locator("#pane .state-CANCELLED")).isVisible();
        page.navigate(board + "&off=0");
        assertThat(page.locator("#grid .off")).hasCount(0);
    }

    @Test
    void aFreedTimeIsWorkForTheDeskWithWhoCouldHaveItInOrder() throws SQLException {
        String early = visit(GEORGE, AHEAD, "10:00");
        String later = visit(NEXT, AHEAD.plusDays(2), "10:00");
        String urgent = visit(THIRD, AHEAD.plusDays(3), "10:00");
        waits(later, false);
        waits(urgent, true);
        page.navigate(home + "reception/day.xhtml?date=" + AHEAD + "&visit=" + early);
        page.locator("#pane select").selectOption("PATIENT");
        page.locator("#pane input[value='Call the visit off']").click();
        assertThat(page.locator("#pane .state-CANCELLED")).isVisible();
        Assertions.assertThat(told(later) + told(urgent)).as("nobody is told before somebody says so").isEqualTo("00");

        page.navigate(home + "reception/day.xhtml?date=" + AHEAD + "&pane=freed");
        Locator task = page.locator("#pane .freed > li", new Page.LocatorOptions().setHasText("10:00")).first();
        Assertions.assertThat(task.locator("ol li").allInnerTexts()).hasSize(2);
        assertThat(task.locator("ol li").first()).containsText(nameOf(THIRD));
        page.locator("#pane input[value='Tell the first three']").click();
        assertThat(page.getByText("Choose the freed time first.").first()).isVisible();
        task.locator("input").focus();
        page.keyboard().press("Space");
        page.locator("#pane input[value='Tell the first three']").press("Enter");
        assertThat(page.locator("#pane [role=status]")).containsText("Told: 2");
        Assertions.assertThat(told(later) + told(urgent)).isEqualTo("11");
        assertThat(page.locator("#pane .freed > li", new Page.LocatorOptions().setHasText(nameOf(THIRD)))).hasCount(0);
    }

    @Test
    @DisplayName("The flow of a day follows other desks, keeps what is ticked, and lays nothing out anew under somebody's hand")
    void theFlowFollowsOtherDesks() throws SQLException {
        String first = visit(GEORGE, EARLIER, "09:00");
        String second = visit(NEXT, EARLIER, "10:00");
        page.navigate(home + "reception/flow.xhtml?view=list&date=" + EARLIER);
        choose(second);
        page.locator("h1").click();
        page.mouse().move(700, 5);
        database.run("update appointment set status = 'ARRIVED', version = version + 1 where id = ?::uuid", first);
        assertThat(rowOf(first)).containsText("Waiting room");
        assertThat(rowOf(second).locator("input")).isChecked();
        assertThat(page.locator(".flow-totals")).containsText("Waiting room 1");

        page.locator("#flow-list a").first().focus();
        database.run("update appointment set status = 'BOOKED', version = version + 1 where id = ?::uuid", first);
        assertThat(page.locator("#flow-more")).isVisible();
        assertThat(rowOf(first)).containsText("Waiting room");
        page.locator("[id='f:words']").focus();
        assertThat(rowOf(first)).containsText("Late");
        assertThat(page.locator("#flow-more")).isHidden();

        page.locator("[data-step=CHECK_IN]").click();
        assertThat(rowOf(second)).containsText("Waiting room");
        assertThat(rowOf(first)).containsText("Late");
    }

    @Test
    @DisplayName("A row's button means its row, also when somebody else has taken one away meanwhile")
    void aButtonMeansItsRow() throws SQLException {
        String gone = exception("09:00");
        String stays = exception("13:00");
        page.navigate(home + "reception/availability.xhtml?of=" + PARK);
        database.run("delete from opening_exception where id = ?::uuid", gone);
        page.locator("button[value='" + gone + "']").click();
        assertThat(page.locator("button[value='" + gone + "']")).hasCount(0);
        Assertions.assertThat(database.one("select count(*) from opening_exception where id = ?::uuid", stays)).isEqualTo("1");
        page.locator("button[value='" + stays + "']").click();
        assertThat(page.locator("button[value='" + stays + "']")).hasCount(0);
        Assertions.assertThat(database.one("select count(*) from opening_exception where id = ?::uuid", stays)).isEqualTo("0");
    }

    private String exception(String opens) throws SQLException {
        return database.one("insert into opening_exception (id, resource_id, on_date, opens, closes, reason) values (gen_random_uuid(), ?::uuid, ?, ?::time, ?::time + interval '1 hour', 'row') returning id",
                PARK, AHEAD.plusYears(2), opens, opens);
    }

    @Test
    @DisplayName("T21 T45 the call desk books for a caller by its own page, mistakes stand beside their fields, and the reception's pages are not there")
    void theCallDeskBooksAndReadsNothing() throws SQLException {
        try (BrowserContext calls = Browser.desk()) {
            SignedInStaff.in(calls, "CALL_DESK", database, home.toString());
            Page desk = calls.newPage();
            desk.navigate(home + "calldesk/book.xhtml");
            desk.getByLabel("Kind of visit").selectOption("FAMILY_DOCTOR");
            desk.locator("[id='s:from']").fill(AHEAD.plusWeeks(2).toString());
            desk.locator("[id='s:show']").click();
            desk.locator("[id='b:book']").click();
            assertThat(desk.locator(".error-summary")).containsText("Choose a time");
            desk.locator("label[for='b:time:2']").click();
            desk.locator("[id='b:given']").fill("Carl");
            desk.locator("[id='b:family']").fill("Callersson");
            desk.locator("[id='b:born']").fill("1970-05-06");
            desk.locator("[id='b:phone']").fill("+1 416 555 0177");
            desk.locator("[id='b:book']").press("Enter");
            String reference = desk.locator("#reference").innerText();
            Assertions.assertThat(database.one("select p.family_name from appointment a join patient p on p.id = a.patient_id where visit_reference(a.id) = ?", reference)).isEqualTo("Callersson");
            assertThat(desk.locator("[id='b:family']")).hasValue("");
            Assertions.assertThat(desk.navigate(home + "reception/day.xhtml").status()).isEqualTo(404);
        }
    }

    private void choose(String visit) {
        Locator box = rowOf(visit).locator("input");
        box.focus();
        page.keyboard().press("Space");
        assertThat(box).isChecked();
    }

    private Locator rowOf(String visit) {
        return page.locator("#flow-list tbody tr", new Page.LocatorOptions().setHas(page.locator("a[href*='" + visit + "']")));
    }

    private String nameOf(String patient) throws SQLException {
        return database.one("select given_name || ' ' || family_name from patient where id = ?::uuid", patient);
    }

    private String told(String visit) throws SQLException {
        return database.one("select count(*) from wait_list_offer o join wait_list_entry e on e.id = o.entry_id where e.appointment_id = ?::uuid", visit);
    }

    private void waits(String visit, boolean urgent) throws SQLException {
        database.run("insert into wait_list_entry (id, appointment_id, lead_hours, urgent, status, created_at) values (gen_random_uuid(), ?::uuid, 1, ?, 'WAITING', now())", visit, urgent);
    }

    /** A booked visit with Dr. Park, as another desk would have made it. */
    private String visit(String patient, LocalDate day, String wall) throws SQLException {
        return database.one("""
                with moment as (select (?::timestamp at time zone 'America/Toronto') as starts),
                made as (insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                    select gen_random_uuid(), 'BOOKED', 'FAMILY_DOCTOR', ?::uuid, starts, starts + interval '20 minutes', 'America/Toronto', ?::timestamp, 'flow', now() from moment returning id, starts_at, ends_at, patient_id),
                taken as (insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                    select gen_random_uuid(), m.id, 1, r.id, tstzrange(m.starts_at, m.ends_at), true from made m cross join lateral (values (m.patient_id), (?::uuid)) r (id) returning 1)
                select id from made""", day + " " + wall, patient, day + " " + wall, PARK);
    }
}
