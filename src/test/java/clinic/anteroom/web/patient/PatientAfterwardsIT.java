package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.TestMail;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finishing later, and what comes after sending: advice, a copy, mail. On the narrowest phone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PatientAfterwardsIT {

    @ArquillianResource
    private URL home;

    private BrowserContext phone;
    private Page page;
    private PatientSteps patient;

    @BeforeEach
    void openPhone() {
        phone = Browser.window(320, 640, ColorScheme.LIGHT);
        page = phone.newPage();
        patient = new PatientSteps(page, home);
    }

    @AfterEach
    void closePhone() {
        phone.close();
    }

    @Test
    void formIsGoneOnWithOnAnotherDevice() throws InterruptedException {
        patient.begin().tick("None of these").goOn().fill("How old are you (the patient)?", "34").goOn();
        patient.assertTitle("Your form, page 3").assertAccessible("question-later").follow("Finish later");
        patient.press("Mail me the link").assertTitle("Error: Finish later").assertAccessible("save-error");
        patient.fill("E-mail", "later@example.org").fill("Day", "3").fill("Month", "2").fill("Year", "1992").press("Mail me the link");
        patient.assertTitle("Your answers are saved").assertAccessible("saved");
        String link = TestMail.linkSentTo("later@example.org");

        try (BrowserContext tablet = Browser.phone()) {
            Page there = tablet.newPage();
            PatientSteps again = new PatientSteps(there, home).visit(link).visit(link).assertTitle("Open your form").assertAccessible("open");
            again.fill("Day", "4").fill("Month", "2").fill("Year", "1992").press("Open the form").assertTitle("Error: Open your form");
            again.fill("Day", "3").press("Open the form").assertTitle("Your form, page 3");
            again.follow("Back");
            assertThat(there.getByLabel("How old are you (the patient)?")).hasValue("34");
            again.visit(link).assertTitle("Open your form");
            assertThat(there.getByText("This link does not work any more")).isVisible();
            again.assertAccessible("open-dead");
        }
        patient.visit("patient/check.xhtml");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on with your form"))).hasCount(0);
    }

    @Test
    void whoMayStayAtHomeReadsHowAndCanStillAskForAVisit() throws SQLException {
        patient.begin().tick("None of these").goOn().assertTitle("About the patient");
        new AnyLanguage(page, home).knows(SomeAnswers.harmless().with("TW-Q02", 34).answers());
        patient.sendIn("Homebody", "416 555 0155", "");
        assertThat(page.locator(".notice-title").getByText("Look after it at home")).isVisible();
        assertThat(page.getByText("Warm up for at least 5 minutes")).isVisible();
        assertThat(page.getByText("One calf swells.")).isVisible();
        assertThat(page.locator("[data-print]")).isVisible();
        patient.assertAccessible("sent-self-care").press("Ask for a visit");
        assertThat(page.getByText("You asked for a visit")).isVisible();
        patient.assertAccessible("sent-wished");

        try (ServersDatabase database = ServersDatabase.open()) {
            Assertions.assertThat(database.list("""
                    select (c.due_at::date - c.asked_at::date)::text from patient_call c join questionnaire_response r on r.id = c.response_id
                    join patient p on p.id = r.patient_id where p.family_name = 'Homebody' and c.kind = 'CHECK_IN'""")).containsExactly("14");
        }
        patient.follow("Tell us how it goes").assertTitle("How is it now?").assertAccessible("check-in").tick("Better, or over").press("Send");
        assertThat(page.getByText("Good to hear")).isVisible();
        patient.follow("Your form and what we said");
        patient.follow("Read or print what you sent").assertTitle("What you sent");
        assertThat(page.getByText("34 years")).isVisible();
        patient.assertAccessible("copy");
        try (BrowserContext desk = Browser.desk()) {
            Page calls = signIn(desk, home, "desk", "reception/alerts.xhtml");
            Locator row = calls.locator("tbody tr", new Page.LocatorOptions().setHasText("Robin Homebody"));
            assertThat(row).hasCount(1);
            assertThat(row.getByText("Wishes a visit")).isVisible();
            assertThat(row.getByRole(AriaRole.LINK)).hasAttribute("href", "tel:4165550155");
        }
    }

    @Test
    void strainedCalfIsAskedAboutTwiceAndIsCalledWhenItCameBack() throws SQLException {
        patient.begin("bleeding-clotting").tick("None of these").goOn().tick("None of these").goOn().assertTitle("About the patient");
        new AnyLanguage(page, home).knows(SomeAnswers.about(TestDocuments.ALL.get(4)).with("TW-Q04", "NONE").with("TW-Q01", "SELF").with("TW-Q02", 34).with("TW-Q03", "MALE")
                .with("CL-Q02", "SWOLLEN_LIMB").with("CL-Q03", "LEG_R").with("CL-Q03.SINCE", "D1_3")
                .with("CL-Q04", "STARTED_WITH_INJURY_OR_STRAIN").completed().answers());
        patient.sendIn("Calf", "416 555 0156", "").follow("Tell us how it goes").assertTitle("How is it now?");
        patient.press("Send").assertTitle("Error: How is it now?").assertAccessible("check-in-error");
        patient.tick("It was better and came back").press("Send").assertTitle("How is it now?");
        assertThat(page.getByText("We call you within 24 hours")).isVisible();
        patient.assertAccessible("check-in-back");
        try (ServersDatabase database = ServersDatabase.open()) {
            Assertions.assertThat(database.list("""
                    select c.kind || ' ' || (c.due_at::date - c.asked_at::date) from patient_call c join questionnaire_response r on r.id = c.response_id
                    join patient p on p.id = r.patient_id where p.family_name = 'Calf' order by c.due_at"""))
                    .containsExactly("WORSE 0", "CHECK_IN 3", "CHECK_IN 7");
        }
        try (BrowserContext desk = Browser.desk()) {
            Page calls = signIn(desk, home, "desk", "reception/alerts.xhtml");
            assertThat(calls.locator("tbody tr", new Page.LocatorOptions().setHasText("Robin Calf"))).containsText("Says it got worse, or came back");
        }
    }

    @Test
    void copyOfWhatWasSentOpensFromTheMail() throws InterruptedException, SQLException {
        patient.begin().tick("None of these").goOn().assertTitle("About the patient");
        new AnyLanguage(page, home).knows(SomeAnswers.manOf58().with("TW-Q02", 34).answers());
        patient.sendIn("Mailer", "", "copy@example.org").assertAccessible("sent-soon");
        String link = TestMail.linkSentTo("copy@example.org");
        try (BrowserContext tablet = Browser.phone()) {
            Page there = tablet.newPage();
            PatientSteps again = new PatientSteps(there, home).visit(link);
            again.fill("Day", "3").fill("Month", "2").fill("Year", "1992").press("Open the form").assertTitle("We have your answers");
            again.follow("Read or print what you sent").assertTitle("What you sent");
            assertThat(there.getByText("Shoulder; Upper arm")).isVisible();
        }
    }
}
