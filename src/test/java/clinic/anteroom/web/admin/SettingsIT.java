package clinic.anteroom.web.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clinic sets itself up, and patients see it at once. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SettingsIT {

    @ArquillianResource
    private URL home;

    @Test
    void whatTheAdministratorSetsPatientsSeeAtOnce() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext office = Browser.desk(); BrowserContext phone = Browser.phone()) {
            try {
                Hand admin = new Hand(office.newPage(), home.toString()).signIn("admin", "admin/").sees("Settings").looksRight("admin-settings");
                admin.page().getByLabel("Monday opens", new Page.GetByLabelOptions().setExact(true)).fill("17:00");
                admin.page().getByLabel("Monday closes", new Page.GetByLabelOptions().setExact(true)).fill("09:00");
                admin.page().getByLabel("Tuesday opens again").fill("09:00");
                admin.page().getByLabel("Most forms a day").fill("0");
                admin.press("Save the online form").sees("Error: Settings").looksRight("admin-settings-error");
                assertThat(admin.page().locator("#hours-1-error")).containsText("The closing time lies before the opening time");
                assertThat(admin.page().locator("#hours-2-error")).containsText("Give both times");
                assertThat(admin.page().getByText("Type a whole number from 1 to 9,999").last()).isVisible();
                setItRight(admin);
                Page patient = phone.newPage();
                patient.navigate(home + "patient/start.xhtml");
                assertThat(patient.getByText("The online form is closed for now")).isVisible();
                assertThat(patient.getByText("We are at the fair.")).isVisible();
                assertThat(patient.getByText("Call 416 555 0177").first()).isVisible();
                assertThat(database.list("select name || ' ' || coalesce(was, '-') || ' ' || coalesce(becomes, '-') from clinic_setting_change"))
                        .contains("CLINIC_PHONE - 416 555 0177", "INTAKE_SUSPENDED - true", "INTAKE_DRAFT_DAYS - 14", "INTAKE_HOURS - MONDAY 09:00-17:00");
                assertThat(database.list("select agent || ' ' || agent_role from audit_event where entity = 'Organization'")).contains("admin ADMINISTRATOR");
            } finally {
                database.run("delete from clinic_setting");
                database.run("delete from intake_opening");
            }
        }
    }

    @Test
    void settingsAreForTheAdministratorOnlyWhoSeesNoCases() {
        try (BrowserContext desk = Browser.desk(); BrowserContext office = Browser.desk()) {
            Hand receptionist = new Hand(desk.newPage(), home.toString()).signIn("desk", "reception/orders.xhtml").sees("Orders");
            assertThat(receptionist.page().navigate(home + "admin/settings.xhtml").status()).isEqualTo(404);
            Hand admin = new Hand(office.newPage(), home.toString()).signIn("admin", "admin/").sees("Settings");
            assertThat(admin.page().navigate(home + "doctor/worklist.xhtml").status()).isEqualTo(404);
            assertThat(admin.page().navigate(home + "reception/orders.xhtml").status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("T2 an account that somebody adds meanwhile moves no button and no choice to a neighbour's row")
    void aButtonMeansTheRowThatWasShown() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext office = Browser.desk()) {
            String add = "insert into staff_account (id, username, display_name, password_hash, role) values (gen_random_uuid(), ?, ?, 'none', 'RECEPTIONIST')";
            database.run(add, "row-b", "Zz Row B");
            database.run(add, "row-c", "Zz Row C");
            try {
                Page page = new Hand(office.newPage(), home.toString()).signIn("admin", "admin/").page();
                page.navigate(home + "admin/accounts.xhtml");
                page.getByLabel("Role: Zz Row C", new Page.GetByLabelOptions().setExact(true)).selectOption("DOCTOR");
                database.run(add, "row-a", "Zz Row A");
                page.locator("[aria-label$=': Zz Row C'][id$=':give']").click();
                assertThat(page.locator("li").filter(new Locator.FilterOptions().setHasText("Zz Row A"))).isVisible();
                assertThat(database.list("select username || ' ' || role from staff_account where username like 'row-_' order by 1")).containsExactly("row-a RECEPTIONIST", "row-b RECEPTIONIST", "row-c DOCTOR");
            } finally {
                database.run("delete from staff_account where username like 'row-_'");
            }
        }
    }

    private static void setItRight(Hand admin) {
        Page page = admin.page();
        page.getByLabel("Monday opens", new Page.GetByLabelOptions().setExact(true)).fill("09:00");
        page.getByLabel("Monday closes", new Page.GetByLabelOptions().setExact(true)).fill("17:00");
        page.getByLabel("Tuesday opens again").fill("");
        page.getByLabel("Most forms a day").fill("");
        page.getByLabel("What you say to patients").fill("We are at the fair.");
        page.getByLabel("Days a draft is kept").fill("14");
        page.getByLabel("Switched off").check();
        page.locator("[id='form:preview']").click();
        admin.sees("Settings");
        assertThat(page.getByText("We are at the fair.", new Page.GetByTextOptions().setExact(true))).hasCount(4);
        admin.press("Save the online form").sees("Settings");
        assertThat(page.getByText("Saved. Patients see it from now on.")).isVisible();
        page.getByLabel("Phone").fill("12");
        admin.press("Save the clinic").sees("Error: Settings");
        page.getByLabel("Phone").fill("416 555 0177");
        admin.press("Save the clinic").sees("Settings");
    }
}
