package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that do not fit, safety questions left out, and an emergency that staff must see. On the narrowest phone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PatientSafetyIT {

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
    void contradictionIsShownGentlyAndGoesAwayWhenItIsMended() {
        patient.begin().tick("None of these").goOn().open("page.strength").tick("No").say("A foot drags or slaps when I walk", "Yes").goOn();
        patient.assertTitle("Check your answers");
        Locator notice = page.locator(".notice", new Page.LocatorOptions().setHasText("do not seem to fit together"));
        assertThat(notice.getByText("Is any part of you weaker").first()).isVisible();
        assertThat(page.getByText("You left these out")).isVisible();
        patient.assertAccessible("check-contradiction");

        notice.getByRole(AriaRole.LINK).first().click();
        patient.tick("Yes, I cannot do things I could do before").goOn().assertTitle("Check your answers");
        assertThat(notice).hasCount(0);
    }

    @Test
    void symptomsAreAnsweredRowByRowWithoutAScript() {
        try (BrowserContext plain = Browser.withoutScript()) {
            Page there = plain.newPage();
            PatientSteps steps = new PatientSteps(there, home).begin().tick("None of these").goOn().open("page.strength").say("I fall", "Yes").say("Lifting an arm", "Not sure");
            steps.press("No to all of these");
            assertThat(there.getByText("Your strength").first()).isVisible();
            assertThat(there.getByText("The lines that were empty now say No.")).isVisible();
            assertThat(there.locator(".symptoms input[value=NO]:checked")).hasCount(7);
            steps.open("page.strength");
            assertThat(there.locator(".symptoms input:checked")).hasCount(0);
            steps.say("I fall", "Yes");
            there.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("I fall").setExact(true)).getByLabel("Yes").press("Enter");
            steps.assertTitle("Check your answers");
            assertThat(there.getByText("Yes: I fall")).isVisible();
            assertThat(there.getByText("Not answered: Doing up buttons")).isVisible();
        }
    }

    @Test
    void safetyQuestionLeftOutIsOneLinkAway() {
        patient.begin().tick("None of these").goOn().visit("patient/check.xhtml");
        Locator leftOut = page.locator(".notice", new Page.LocatorOptions().setHasText("You left these out"));
        Locator speech = leftOut.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Is there trouble with speech, swallowing or chewing?"));
        speech.click();
        patient.say("I choke on drinks", "Not sure").goOn().assertTitle("Check your answers");
        assertThat(speech).isVisible();
        speech.click();
        patient.press("No to all the others");
        assertThat(page.getByText("The lines that were empty now say No.")).isVisible();
        patient.goOn().assertTitle("Check your answers");
        assertThat(page.getByText("Not sure: I choke on drinks")).isVisible();
        assertThat(speech).hasCount(0);
    }

    @Test
    @DisplayName("T30 a note with markup is shown as it was typed to patient, desk and doctor")
    void emergencyIsOnTheScreenOfTheDeskUntilSomebodyTakesCare() {
        patient.begin().tick("Chest pain").goOn().assertTitle("Get emergency help now");
        patient.press("Add it").assertTitle("Error: Get emergency help now").assertAccessible("emergency-error");
        patient.fill("Add something for the clinic", "It began on the stairs <b>").press("Add it");
        assertThat(page.getByText("It began on the stairs <b>")).isVisible();
        patient.fill("Your phone number", "416 555 0199").press("I cannot call");
        assertThat(page.getByText("It is on the clinic's screen now")).isVisible();
        patient.assertAccessible("emergency-note");

        try (BrowserContext desk = Browser.desk()) {
            Page alerts = signIn(desk, home, "desk", "reception/alerts.xhtml");
            assertThat(alerts).hasTitle("Calls - Anteroom");
            assertThat(alerts.locator(".notice.tone-emergency")).isVisible();
            Locator row = alerts.locator("tbody tr", new Page.LocatorOptions().setHasText("416 555 0199"));
            assertThat(row.getByText("Says: cannot call")).isVisible();
            assertThat(alerts.getByText("on the stairs")).hasCount(0);
            PatientSteps.assertAccessible(alerts, "reception-alerts");
            row.getByLabel("What came of it").fill("Ambulance is with her");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(row).hasCount(0);
            assertThat(alerts.getByText("Taken care of by desk").first()).isVisible();
            assertThat(alerts.getByText("Ambulance is with her")).isVisible();
        }
        try (BrowserContext doctors = Browser.desk()) {
            Page list = signIn(doctors, home, "dr.osei", "doctor/worklist.xhtml?folder=DONE");
            list.locator("tr", new Page.LocatorOptions().setHasText("416 555 0199")).getByRole(AriaRole.LINK).click();
            assertThat(list.getByText("It began on the stairs <b>")).isVisible();
            assertThat(list.getByText("Ambulance is with her")).isVisible();
        }
    }
}
