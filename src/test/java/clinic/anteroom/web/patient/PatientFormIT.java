package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.triage.rules.TestDocuments;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One page of the form under bad conditions: no hands for a mouse, no connection, no session. On the narrowest phone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PatientFormIT {

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
    void tapOnTheBodyTicksTheListAndTheListColoursTheBody() {
        patient.begin().tick("None of these").goOn().open("page.where");
        page.locator("rect[data-code=SHOULDER]").first().click();
        assertThat(page.getByLabel("Shoulder")).isChecked();
        assertThat(page.locator("rect[data-code=SHOULDER].is-on")).hasCount(4);
        page.getByLabel("Tongue").press("Space");
        assertThat(page.locator("rect[data-code=TONGUE].is-on")).hasCount(1);
        patient.assertAccessible("body-map").goOn().assertTitle("Check your answers");
        assertThat(page.getByText("Tongue; Shoulder")).isVisible();
        patient.open("page.side");
        assertThat(page.getByText("Shoulder: which side?")).isVisible();
    }

    @Test
    @DisplayName("T49 what is typed outlives a lost connection")
    void whatIsTypedOutlivesALostConnection() {
        patient.begin().tick("None of these").goOn().open("page.who").fill("How old are you (the patient)?", "41");
        phone.setOffline(true);
        patient.goOn();
        assertThat(page.getByText("What you typed is still here.")).isVisible();
        assertThat(page.getByLabel("How old are you (the patient)?")).hasValue("41");
        patient.assertAccessible("no-connection");
        phone.setOffline(false);
        patient.goOn().assertTitle("Check your answers");
        assertThat(page.getByText("41 years")).isVisible();
    }

    @Test
    @DisplayName("T49 what is typed outlives an ended session")
    void whatIsTypedOutlivesAnEndedSession() {
        patient.begin().tick("None of these").goOn().open("page.who").fill("How old are you (the patient)?", "42");
        phone.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-sid"));
        patient.goOn().assertTitle("About the patient");
        assertThat(page.getByText("What you typed is here again.")).isVisible();
        assertThat(page.getByLabel("How old are you (the patient)?")).hasValue("42");
        patient.goOn().assertTitle("Check your answers");
        assertThat(page.getByText("42 years")).isVisible();
    }

    @Test
    @DisplayName("T43 T46 an address of before, with a topic in it, leads to the same page; what was typed on it comes along")
    void anAddressWithATopicLeadsToTheSamePage() {
        patient.begin().tick("None of these").goOn().visit("patient/question.xhtml?page=page.side&then=check");
        Assertions.assertThat(page.url()).as("no side is asked about yet").endsWith("/patient/check.xhtml");
        patient.visit("patient/question.xhtml?page=page.who&then=check").assertTitle("About the patient").fill("How old are you (the patient)?", "43");
        Assertions.assertThat(page.url()).endsWith("/patient/question.xhtml?page=2&then=check");
        page.evaluate("const form = document.getElementById('form'); form.action = form.action.replace('page=2', 'page=page.who');");
        phone.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-sid"));
        patient.goOn().assertTitle("About the patient");
        Assertions.assertThat(page.url()).endsWith("/patient/question.xhtml?page=2&then=check");
        assertThat(page.getByText("What you typed is here again.")).isVisible();
        assertThat(page.getByLabel("How old are you (the patient)?")).hasValue("43");
        patient.goOn().assertTitle("Check your answers");
        patient.visit("patient/question.xhtml?page=page.nonsense").assertTitle("Before we start: is this an emergency?");
        patient.visit("patient/question.xhtml?page=999999999999").assertTitle("Before we start: is this an emergency?");
    }

    @Test
    @DisplayName("T46 Back to a page that had an error asks nothing")
    void backToAPageWithAnErrorAsksNothing() {
        patient.begin().tick("None of these").goOn().open("page.who").fill("How old are you (the patient)?", "400").goOn();
        patient.assertTitle("Error: About the patient");
        patient.fill("How old are you (the patient)?", "40").goOn().assertTitle("Check your answers");
        page.goBack();
        patient.assertTitle("About the patient");
        assertThat(page.getByLabel("How old are you (the patient)?")).hasValue("40");
    }

    @Test
    @DisplayName("T49 who is idle is warned two minutes before and stays with one key")
    void whoIsIdleIsWarnedTwoMinutesBeforeAndStaysWithOneKey() {
        page.clock().install();
        patient.begin();
        page.clock().runFor(17 * 60 * 1000);
        assertThat(page.locator("#stay")).isHidden();
        page.clock().runFor(61 * 1000);
        assertThat(page.getByText("Are you still there?")).isVisible();
        page.clock().resume();
        patient.assertAccessible("are-you-there");
        page.keyboard().press("Shift");
        assertThat(page.locator("#stay")).isHidden();
    }

    @Test
    void aFormIsFilledInByKeyboardAlone() {
        page.navigate(home + "patient/question.xhtml?begin=new&about=muscle-twitching");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the main part")).isFocused();
        for (int i = 0; i < 40 && !isFocused("None of these"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        patient.assertTitle("About the patient");
    }

    @Test
    void doctorSeesThatAParentAnsweredForAChild() {
        patient.begin().tick("None of these").goOn().tick("A parent or guardian of the patient").fill("How old are you (the patient)?", "9").goOn();
        patient.visit("patient/contact.xhtml").fill("Given name", "Kim").fill("Family name", "Childs").fill("Day", "3").fill("Month", "2")
                .fill("Year", Integer.toString(java.time.Year.now().getValue() - 9)).fill("Phone", "416 555 0177").tick("I agree").press("Send to the clinic");
        patient.assertTitle("We have your answers");
        try (BrowserContext desk = Browser.desk()) {
            Page list = signIn(desk, home, "dr.osei", "doctor/worklist.xhtml?folder=all");
            assertThat(list).hasTitle("Worklist - Anteroom");
            Browser.picture(list, "doctor-list-child");
            list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kim Childs")).first().click();
            String strip = list.locator(".identity").innerText();
            Assertions.assertThat(strip).contains("A parent or guardian of the patient", "The rules are for adults");
        }
    }

    private boolean isFocused(String label) {
        return (Boolean) page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().evaluate("box => box === document.activeElement");
    }
}
