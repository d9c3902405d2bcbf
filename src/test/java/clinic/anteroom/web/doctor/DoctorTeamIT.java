package clinic.anteroom.web.doctor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
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

/** Doctors among themselves and with their patients: opinions, changed orders, saved questions, who stands in, the own calendar. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DoctorTeamIT {

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private SomeCases cases;
    private DoctorAtWork osei;

    @BeforeEach
    void signIn() throws SQLException {
        database = ServersDatabase.open();
        cases = new SomeCases(database);
        osei = new DoctorAtWork(home.toString(), "dr.osei");
    }

    @AfterEach
    void leave() throws SQLException {
        database.run("delete from stand_in");
        database.run("delete from saved_reply");
        database.run("delete from staff_calendar_feed");
        osei.close();
        database.close();
    }

    @Test
    @DisplayName("D17 D29 a second opinion is asked for by keyboard, stands in the colleague's list, is given, and is read where it was asked")
    void aSecondOpinionBeforeBooking() throws SQLException {
        UUID one = cases.weakArm("Olga", "Opinion");
        Page page = osei.opens(one).key("t").types("Both arms?").page();
        page.locator("[id='tools:opinion']").check();
        osei.hand().press("Write");
        assertThat(page.locator(".field-error")).containsText("Choose a colleague for this.");
        assertThat(page.locator("[id='tools:remark']")).hasValue("Both arms?");
        page.locator("[id='tools:told']").selectOption("dr.carvalho");
        osei.hand().press("Write");
        assertThat(page.locator(".case")).containsText("A second opinion is awaited from Dr. Ines Carvalho");
        osei.isAccessible();
        try (DoctorAtWork carvalho = new DoctorAtWork(home.toString(), "dr.carvalho")) {
            carvalho.at("worklist.xhtml?folder=MINE&search=Opinion");
            assertThat(carvalho.page().locator("[data-row]")).containsText("Dr. Maya Osei writes to you.");
            carvalho.key("j").go("Enter");
            assertThat(carvalho.page().locator(".opinion")).containsText("Both arms?");
            carvalho.hand().looksRight("doctor-opinion");
            carvalho.hand().press("Give your opinion");
            assertThat(carvalho.page().locator(".opinion .field-error")).containsText("Write your opinion first.");
            carvalho.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your opinion")).fill("The left one as well.");
            carvalho.hand().press("Give your opinion");
            assertThat(carvalho.page().locator(".opinion")).hasCount(0);
            carvalho.at("worklist.xhtml?folder=MINE&search=Opinion");
            assertThat(carvalho.page().locator("[data-row]")).hasCount(0);
            carvalho.at("worklist.xhtml?folder=NEW&search=");
        }
        osei.opens(one);
        assertThat(page.locator(".case")).containsText("The left one as well.");
        assertThat(page.locator(".case")).not().containsText("A second opinion is awaited");
    }

    @Test
    @DisplayName("An order is changed after it was signed: the card says what is ordered now and what was before, a missing reason is told on that card")
    void anOrderIsChanged() throws SQLException {
        UUID one = cases.weakArm("Amy", "Amended");
        osei.opens(one);
        osei.card("MRI").locator("[data-key=c]").click();
        osei.page().waitForURL(Pattern.compile(".*undo=.*"));
        osei.card("MRI").getByText("Change the order").click();
        osei.isAccessible().hand().press("Order it like this: MRI");
        assertThat(osei.card("MRI").locator(".field-error")).containsText("Say why the order is changed or ordered again.");
        osei.card("MRI").getByLabel("Part of the body").selectOption("LUMBAR_SPINE");
        osei.card("MRI").getByLabel("Why is it changed").fill("Pain has moved down");
        osei.hand().press("Order it like this: MRI");
        assertThat(osei.card("MRI")).containsText("Ordered is: lower back (lumbar spine)");
        assertThat(osei.card("MRI")).containsText("Pain has moved down");
        assertThat(osei.page().locator(".steps-taken")).containsText("changed the order for MRI");
        Assertions.assertThat(database.list("select status || ' ' || coalesce(body_site, '') from service_request where response_id = ? order by authored_on", one))
                .hasSize(2).last().isEqualTo("ACTIVE LUMBAR_SPINE");
        osei.isAccessible();
    }

    @Test
    @DisplayName("What is wrong with one card is told on that card, not on the first one")
    void aRefusalStandsOnItsCard() throws SQLException {
        UUID one = cases.weakArm("Nell", "Nearest");
        osei.opens(one);
        osei.card("Nerve conduction").getByLabel("Indication").fill("");
        osei.card("Nerve conduction").locator("[data-key=c]").click();
        assertThat(osei.card("Nerve conduction").locator(".field-error")).hasCount(1);
        assertThat(osei.card("EMG").locator(".field-error")).hasCount(0);
    }

    @Test
    @DisplayName("D18 D24 saved questions fill the field, and each of them is a question of its own to the patient")
    void savedQuestions() throws SQLException {
        Page page = osei.at("replies.xhtml").sees("Saved questions").page();
        osei.hand().press("Save");
        assertThat(page.locator(".field-error").first()).containsText("Give it a name.");
        page.getByLabel("Name").fill("Stairs");
        page.getByLabel("Questions").fill("Can you climb stairs?\nHow many steps?");
        osei.hand().press("Save");
        assertThat(page.locator("main")).containsText("Saved.");
        osei.hand().looksRight("doctor-replies");
        UUID one = cases.weakArm("Sam", "Severalasked");
        osei.opens(one).key("m");
        page.locator("#saved").selectOption("Stairs");
        assertThat(page.locator("[id='tools:question']")).hasValue("Can you climb stairs?\nHow many steps?");
        osei.isAccessible().hand().press("Ask");
        assertThat(page.locator(".asked-once")).hasCount(2);
        Assertions.assertThat(database.one("select count(*) from access_link where response_id = ? and purpose = 'FOLLOW_UP'", one)).as("one mail for both").isEqualTo("1");
        osei.at("replies.xhtml").hand().press("Throw away: Stairs");
        assertThat(page.locator("main")).containsText("None yet.");
    }

    @Test
    @DisplayName("D17 D23 a doctor names who stands in; D28 the own calendar has an address that is shown once and can be ended")
    void whoStandsInAndTheOwnCalendar() throws Exception {
        Page page = osei.at("away.xhtml").page();
        Locator standIns = page.locator("#stand-ins");
        standIns.getByLabel("Dr. Ines Carvalho").press("Space"); // The whole row is the target of a hand, the box takes no click.
        standIns.getByLabel("Asked first").selectOption("dr.carvalho");
        osei.hand().press("Save who stands in");
        assertThat(page.locator("main")).containsText("Your cases stand among theirs whenever you are away.");
        assertThat(page.locator("#stand-ins").getByLabel("Dr. Ines Carvalho")).isChecked();
        Assertions.assertThat(database.list("select stand_in || ' ' || first from stand_in where doctor = 'dr.osei'")).containsExactly("dr.carvalho true");
        osei.isAccessible();

        osei.at("calendar.xhtml").sees("My calendar").hand().press("Make an address");
        String address = page.locator("#address").inputValue();
        osei.isAccessible();
        Assertions.assertThat(read(address).body()).startsWith("BEGIN:VCALENDAR").contains("CLASS:PRIVATE").doesNotContain("Whitfield");
        osei.hand().press("End it");
        assertThat(page.locator("main")).containsText("No address is in use.");
        Assertions.assertThat(read(address).statusCode()).isEqualTo(404);
        osei.at("today.xhtml").hand().looksRight("doctor-today");
    }

    private static HttpResponse<String> read(String address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
