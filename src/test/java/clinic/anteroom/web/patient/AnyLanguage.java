package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.sql.SQLException;

/** What a patient does on the pages, by the codes and ids behind the words: the same in every language. */
final class AnyLanguage {

    private final Page page;
    private final URL home;

    AnyLanguage(Page page, URL home) {
        this.page = page;
        this.home = home;
    }

    AnyLanguage open(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Opens a page of the form on muscle twitching; it goes back to the summary. */
    AnyLanguage question(String pageLinkId) {
        return open(PatientSteps.question("muscle-twitching", pageLinkId) + "&then=check");
    }

    /** Ticks options by their codes. */
    AnyLanguage tick(String... codes) {
        for (String code : codes) {
            page.locator("input[value='" + code + "']").first().press("Space");
        }
        return this;
    }

    /** Answers one line of a list of symptoms, named {@code TW-Q19.FALLS}, with {@code YES}, {@code NO} or {@code UNSURE}. */
    AnyLanguage say(String symptom, String said) {
        page.locator("[id='" + symptom + "-label'] + div input[value=" + said + "]").press("Space");
        return this;
    }

    /** Types into the field whose id ends so. */
    AnyLanguage type(String id, String text) {
        field(id).fill(text);
        return this;
    }

    /** Presses the button, or follows the link, whose id ends so. */
    AnyLanguage press(String id) {
        field(id).click();
        return this;
    }

    /** Saves a page of the form and waits for the next. */
    AnyLanguage goOn() {
        String before = page.url();
        press("next");
        assertThat(page).not().hasURL(before);
        return this;
    }

    AnyLanguage isAt(String name) {
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/patient/" + name + "\\.xhtml.*"));
        return this;
    }

    AnyLanguage reads(String words) {
        assertThat(page.getByText(words).first()).isVisible();
        return this;
    }

    /** Takes "none of these", "no", or the last answer of every list until the summary comes. */
    AnyLanguage answerTheRestHarmlessly() {
        while (page.url().contains("/patient/question.xhtml")) {
            for (Locator list : page.locator("ul.choices").all()) {
                Locator none = list.locator("input[value=NONE]");
                Locator no = list.locator("input[value=NO]");
                (none.count() > 0 ? none : no.count() > 0 ? no : list.locator("input").last()).press("Space");
            }
            goOn();
        }
        return isAt("needs").press("next").isAt("check");
    }

    AnyLanguage sendIn(String family, String email) {
        return open("patient/contact.xhtml").type("given", "Robin").type("family", family).born("1992").type("phone", "416 555 0161").type("email", email)
                .agree().press("send").isAt("sent");
    }

    AnyLanguage born(String year) {
        return type("day", "3").type("month", "2").type("year", year);
    }

    AnyLanguage agree() {
        field("agree").press("Space");
        return this;
    }

    /** Many pages in one stroke: the form that is filled in in this window holds these answers now. */
    AnyLanguage knows(Answers answers) throws SQLException {
        String key = page.context().cookies().stream().filter(cookie -> cookie.name.equals("__Host-intake")).findFirst().orElseThrow().value;
        try (ServersDatabase database = ServersDatabase.open()) {
            database.run("update questionnaire_response set answers = ?, answers_sha256 = ? where key_hash = ?", answers.canonicalJson(),
                    answers.sha256(), Sha256.of(key));
        }
        return this;
    }

    private Locator field(String id) {
        return page.locator("[id='" + id + "'], [id$=':" + id + "']").first();
    }
}
