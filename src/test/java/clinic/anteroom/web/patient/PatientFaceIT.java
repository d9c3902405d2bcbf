package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Access;
import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** A patient with a phone in the hand, from the first page to the last. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PatientFaceIT {

    @ArquillianResource
    private URL home;

    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void openPhone() {
        phone = Browser.phone();
        page = phone.newPage();
    }

    @AfterEach
    void closePhone() {
        phone.close();
    }

    @Test
    @DisplayName("T46 one topic a page, answers are checked, changed by a link and sent once")
    void formIsFilledInCheckedAndSentOnce() {
        begin();
        answerEverythingHarmlessly();
        assertTitle("Check your answers");
        assertAccessible("check");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("How old are you (the patient)?")).click();
        page.getByLabel("How old are you (the patient)?").fill("34");
        goOn();
        assertTitle("Check your answers");
        assertThat(page.getByText("34 years")).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My answers are right")).click();
        send();
        assertTitle("Error: Who you are");
        assertAccessible("contact-error");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Type your given name")).click();
        assertThat(page.getByLabel("Given name")).isFocused();
        page.getByLabel("Given name").fill("Zo\u00eb");
        page.getByLabel("Family name").fill("Tremblay");
        page.getByLabel("Day").fill("3");
        page.getByLabel("Month").fill("2");
        page.getByLabel("Year").fill("1992");
        page.getByLabel("Phone").fill("416 555 0187");
        send();
        assertTitle("Error: Who you are");
        page.locator(".error-summary a").click();
        assertThat(page.getByLabel("I agree")).isFocused();
        tick(page.getByLabel("I agree"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to the clinic")).dblclick();
        assertTitle("We have your answers");
        assertAccessible("sent");
        String reference = page.locator(".sent b").innerText();
        Assertions.assertThat(reference).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");

        page.navigate(home + "patient/contact.xhtml");
        assertTitle("We have your answers");
        assertThat(page.locator(".sent b")).hasText(reference);
    }

    @Test
    @DisplayName("T45 an error summary stands first, its link leads into the field")
    void emergencyPageCannotBeLeftWithoutAChoice() {
        begin();
        goOn();
        assertTitle("Error: Before we start: is this an emergency?");
        assertAccessible("question-error");
        page.locator(".error-summary a").click();
        assertThat(page.getByLabel("The face droops").first()).isFocused();
    }

    @Test
    void emergencyStopsTheFormUntilItWasAMistake() {
        begin();
        tick(page.getByLabel("Chest pain"));
        goOn();
        assertTitle("Get emergency help now");
        assertAccessible("emergency");
        page.navigate(home + "patient/contact.xhtml");
        assertTitle("Get emergency help now");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have called")).click();
        assertThat(page.getByText("Good that you called")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I chose this by mistake")).click();
        assertTitle("Before we start: is this an emergency?");
        assertThat(page.getByLabel("Chest pain")).isChecked();
        tick(page.getByLabel("Chest pain"));
        tick(page.getByLabel("None of these"));
        goOn();
        assertTitle("About the patient");
    }

    @Test
    @DisplayName("T46 Back and an ended session lose nothing that was saved")
    void backAndAnEndedSessionLoseNothingThatWasSaved() {
        begin();
        tick(page.getByLabel("None of these"));
        goOn();
        tick(page.getByLabel("I am the patient"));
        page.getByLabel("How old are you (the patient)?").fill("58");
        assertAccessible("questions");
        goOn();
        assertTitle("Your form, page 3");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back")).click();
        assertThat(page.getByLabel("How old are you (the patient)?")).hasValue("58");

        phone.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-sid"));
        goOn();
        assertTitle("About the patient");
        assertThat(page.getByLabel("How old are you (the patient)?")).hasValue("58");
        page.navigate(home + "patient/start.xhtml");
        assertAccessible("start");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on with your form")).click();
        assertTitle("Your form, page 3");
    }

    @Test
    void pagesOfAFormAreClosedToWhoHasNoKey() {
        for (String closed : new String[] {"question.xhtml?page=3", "question.xhtml?page=page.where", "check.xhtml", "contact.xhtml", "emergency.xhtml", "sent.xhtml"}) {
            page.navigate(home + "patient/" + closed);
            assertTitle("What is wrong?");
        }
    }

    private void begin() {
        page.navigate(home + "patient/start.xhtml");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Muscle twitching")).click();
        assertTitle("Before we start: is this an emergency?");
    }

    /** Takes the last answer of every list, which is "not sure" or the harmless end of it, and "none of these" where offered. */
    private void answerEverythingHarmlessly() {
        for (int i = 0; i < 80 && page.url().contains("/patient/question.xhtml"); i++) {
            for (Locator list : page.locator("ul.choices").all()) {
                Locator none = list.getByLabel("None of these", new Locator.GetByLabelOptions().setExact(true));
                Locator no = list.getByLabel("No", new Locator.GetByLabelOptions().setExact(true));
                Locator answer = none.count() > 0 ? none : no.count() > 0 ? no : list.locator("input").last();
                tick(answer);
            }
            String before = page.url();
            goOn();
            assertThat(page).not().hasURL(before);
            assertThat(page.locator(".error-summary")).hasCount(0);
        }
        assertTitle("How we can reach and help you");
        assertAccessible("needs");
        goOn();
    }

    /** By keyboard: the whole row is the target of a finger, and the box itself takes no click. */
    private static void tick(Locator box) {
        box.press("Space");
    }

    private void goOn() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save and go on")).click();
    }

    private void send() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to the clinic")).click();
    }

    private void assertTitle(String title) {
        assertThat(page).hasTitle(title + " - Anteroom");
    }

    private void assertAccessible(String name) {
        Browser.picture(page, "patient-" + name);
        Access.assertNoFault(page, name);
    }
}
