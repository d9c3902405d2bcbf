package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Access;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.triage.rules.TestDocuments;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import org.assertj.core.api.Assertions;

/** What a patient does on the pages, in words, for tests that need a form filled in. */
final class PatientSteps {

    private final Page page;
    private final URL home;
    private String about = "muscle-twitching";

    PatientSteps(Page page, URL home) {
        this.page = page;
        this.home = home;
    }

    /** Begins the form on muscle twitching. */
    PatientSteps begin() {
        return begin("muscle-twitching");
    }

    /** Begins the form on a complaint, by the name of its questionnaire. */
    PatientSteps begin(String complaint) {
        about = complaint;
        page.navigate(home + "patient/question.xhtml?begin=new&about=" + about);
        assertTitle("Before we start: is this an emergency?");
        return this;
    }

    /** Opens a page of the form by its link id; {@code then=check} comes back to the summary. */
    PatientSteps open(String pageLinkId) {
        page.navigate(home + question(about, pageLinkId) + "&then=check");
        return this;
    }

    /** The address of a page of the form: its number, never what it asks about. */
    static String question(String about, String pageLinkId) {
        return "patient/question.xhtml?page=" + TestDocuments.ALL.stream().filter(one -> one.name().equals(about)).findFirst().orElseThrow().questionnaire().numberOf(pageLinkId);
    }

    PatientSteps visit(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Presses the space bar on a box or a button of a list: the row takes the fingers, the box takes no click. */
    PatientSteps tick(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().press("Space");
        return this;
    }

    /** Answers one line of a list of symptoms: {@code Yes}, {@code No} or {@code Not sure}. */
    PatientSteps say(String symptom, String said) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(symptom).setExact(true))
                .getByLabel(said, new Locator.GetByLabelOptions().setExact(true)).press("Space");
        return this;
    }

    PatientSteps goOn() {
        return press("Save and go on");
    }

    PatientSteps press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
        return this;
    }

    /** Takes what a form is about on the first page. */
    PatientSteps choose(String complaint) {
        page.locator(".complaint", new Page.LocatorOptions().setHasText(complaint)).first().click();
        return this;
    }

    PatientSteps follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
        return this;
    }

    PatientSteps fill(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    /** Takes "none of these", "no", or the last answer of every list until the summary comes. */
    PatientSteps answerTheRestHarmlessly() {
        return answerTheRestHarmlessly(shown -> { });
    }

    /** The same, with a look at each page before it is sent. */
    PatientSteps answerTheRestHarmlessly(java.util.function.Consumer<Page> look) {
        for (int i = 0; i < 90 && page.url().contains("/patient/question.xhtml"); i++) {
            for (Locator list : page.locator("ul.choices").all()) {
                Locator none = list.getByLabel("None of these", new Locator.GetByLabelOptions().setExact(true));
                Locator no = list.getByLabel("No", new Locator.GetByLabelOptions().setExact(true));
                (none.count() > 0 ? none : no.count() > 0 ? no : list.locator("input").last()).press("Space");
            }
            look.accept(page);
            String before = page.url();
            goOn();
            assertThat(page).not().hasURL(before);
        }
        assertTitle("How we can reach and help you");
        goOn();
        assertTitle("Check your answers");
        return this;
    }

    /** Says who it is, agrees and sends. */
    PatientSteps sendIn(String family, String phone, String email) {
        page.navigate(home + "patient/contact.xhtml");
        fill("Given name", "Robin").fill("Family name", family).fill("Day", "3").fill("Month", "2").fill("Year", "1992");
        fill("Phone", phone).fill("E-mail", email).tick("I agree").press("Send to the clinic");
        assertTitle("We have your answers");
        return this;
    }

    /** Signs in an account of the demo and opens a staff page. */
    static Page signIn(com.microsoft.playwright.BrowserContext desk, URL home, String account, String path) {
        Page page = desk.newPage();
        page.navigate(home + path);
        page.getByLabel("Username").fill(account);
        page.getByLabel("Password").fill("a quiet waiting room");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
        return page;
    }

    PatientSteps assertTitle(String title) {
        assertThat(page).hasTitle(title + " - Anteroom");
        return this;
    }

    /** Nothing for axe, and nothing wider than the window. */
    static void assertAccessible(Page page, String name) {
        Browser.picture(page, name);
        Access.assertNoFault(page, name);
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(name + " too wide").isTrue();
    }

    PatientSteps assertAccessible(String name) {
        assertAccessible(page, "patient-" + name);
        return this;
    }
}
