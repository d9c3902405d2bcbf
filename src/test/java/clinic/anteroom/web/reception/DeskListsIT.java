package clinic.anteroom.web.reception;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Access;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hours of somebody that have an order and no times, opened and kept at the desk, worked off by the doctor. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskListsIT {

    private static final String OSEI = "00000000-0000-7000-8000-000000000101";
    private static final LocalDate DAY = LocalDate.now(ZoneId.of("America/Toronto")).with(DayOfWeek.TUESDAY).plusWeeks(17);

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
        window.close();
        database.run("delete from day_list_entry where list_id in (select block_id from day_list where opened_by = 'desk')");
        database.run("with gone as (delete from day_list where opened_by = 'desk' returning block_id) select count(*) from gone");
        database.run("delete from absence where reason = 'Urgent care of the test'");
        database.close();
    }

    @Test
    @DisplayName("T1 a list without times: opened on the board's day, filled and ordered by the desk, worked off by the doctor; its hours are hatched and cannot be booked")
    void aListIsOpenedFilledOrderedAndWorkedOff() throws SQLException {
        UUID anna = SomeVisitors.patient(database, "Listanna", LocalDate.of(1958, 4, 11));
        UUID bert = SomeVisitors.patient(database, "Listbert", LocalDate.of(1990, 2, 1));
        UUID cleo = SomeVisitors.patient(database, "Listcleo", LocalDate.of(1971, 9, 30));
        page.navigate(home + "reception/day.xhtml?date=" + DAY);
        page.locator(".pane-more a").getByText("Lists without times").click();
        assertThat(page.locator("main")).containsText("No list on this day");
        page.locator("[id='o:open']").click();
        assertThat(page.locator("[id='person-error']")).containsText("Choose whose hours they are.");
        assertThat(page.locator("[id='opens-error']")).containsText("Type the time at which it begins");
        page.locator("[id='o:person']").selectOption(OSEI);
        page.locator("[id='o:name']").fill("Urgent care of the test");
        page.locator("[id='o:opens']").fill("13:00");
        page.locator("[id='o:closes']").fill("17:00");
        page.locator("[id='o:most']").fill("2");
        page.locator("[id='o:open']").click();
        assertThat(page.locator(".day-list h2")).containsText("0 of 2");

        put(anna, "A cut in the left hand", false);
        put(bert, "", true);
        assertThat(people()).containsText(new String[] {"Robin Listbert", "Robin Listanna"});
        put(cleo, "Too late", false);
        assertThat(page.locator("[id='words-error']")).containsText("The list is full");
        assertThat(page.locator("[id='a:words']")).hasValue("Too late");
        page.navigate(home + "reception/lists.xhtml?date=" + DAY);
        row("Listanna").locator("[name='d:up']").focus();
        page.keyboard().press("Enter");
        assertThat(people()).containsText(new String[] {"Robin Listanna", "Robin Listbert"});
        Assertions.assertThat(Access.faults(page)).isEmpty();

        page.navigate(home + "reception/day.xhtml?date=" + DAY);
        assertThat(page.locator("#grid td.x[data-k='Urgent care of the test']")).hasCount(1);
        Assertions.assertThatThrownBy(() -> database.run("insert into occupancy (id, appointment_id, phase, resource_id, during, live) select gen_random_uuid(), id, 9, ?::uuid, "
                + "tstzrange((?::date + time '14:00') at time zone 'America/Toronto', (?::date + time '14:20') at time zone 'America/Toronto'), true from appointment limit 1",
                OSEI, DAY.toString(), DAY.toString())).hasMessageContaining("away at this time");

        try (BrowserContext doctor = Browser.desk()) {
            Page today = new Hand(doctor.newPage(), home.toString()).signIn("dr.osei", "doctor/").page();
            today.navigate(home + "doctor/today.xhtml?date=" + DAY);
            assertThat(today.locator(".day-list")).containsText("A cut in the left hand");
            today.locator(".day-list li").filter(new Locator.FilterOptions().setHasText("Listanna")).locator("[name='d:in']").click();
            today.locator(".day-list li").filter(new Locator.FilterOptions().setHasText("Listanna")).locator("[name='d:done']").click();
            assertThat(today.locator(".day-list li.is-done")).containsText("Listanna");
            Assertions.assertThat(Access.faults(today)).isEmpty();
        }
        page.navigate(home + "reception/lists.xhtml?date=" + DAY);
        assertThat(row("Listanna")).containsText("Seen");
        row("Listbert").locator("[name='d:left']").click();
        put(cleo, "There is room again", false);
        assertThat(row("Listcleo")).containsText("There is room again");
        Assertions.assertThat(database.list("select agent || ' ' || action from audit_event where entity = 'DayListEntry' and patient_id = ? order by recorded_at", anna))
                .contains("desk CREATE", "desk UPDATE", "dr.osei VIEW", "dr.osei UPDATE");
    }

    private void put(UUID patient, String words, boolean first) {
        page.navigate(home + "reception/lists.xhtml?date=" + DAY + "&patient=" + patient);
        page.locator("[id='a:words']").fill(words);
        page.locator("[id='a:first']").setChecked(first);
        page.locator("[id='a:add']").click();
        page.waitForLoadState();
    }

    private Locator people() {
        return page.locator(".day-list li b");
    }

    private Locator row(String name) {
        return page.locator(".day-list li").filter(new Locator.FilterOptions().setHasText(name));
    }
}
