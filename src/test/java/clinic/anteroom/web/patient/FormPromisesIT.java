package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every page of the form owes to whoever cannot see, aim or remember well. A window of 320 pixels is one of 1280 at 400 %. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FormPromisesIT {

    /** Links in a sentence are as high as its letters; everything else is to be hit with a shaking finger. */
    private static final String SMALL_TARGETS = """
            [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary, label, .choices li')].filter(one => {
                const box = one.getBoundingClientRect();
                const text = one.tagName === 'A' && getComputedStyle(one).display === 'inline';
                const inRow = one.closest('.choices li') !== null && one.tagName !== 'LI';
                const names = one.tagName === 'LABEL' && !inRow;
                const seen = box.width > 1 && box.height > 1 && !one.matches('.skip-link') && getComputedStyle(one).opacity !== '0';
                return seen && !text && !inRow && !names && (box.height < 43.5 || box.width < 43.5);
            }).map(one => one.outerHTML.slice(0, 120) + ' ' + Math.round(one.getBoundingClientRect().height))""";

    /** Where the focus is: its name, empty once it has gone round, and what is wrong with how it shows. */
    private static final String FOCUS = """
            (() => {
                const here = document.activeElement;
                if (here === document.body || here.dataset.been) {
                    return ['', ''];
                }
                here.dataset.been = 'yes';
                const row = here.closest('.choices li label, .choices li') || here;
                const shows = [here, row, ...row.querySelectorAll('label')].some(one => {
                    const style = getComputedStyle(one);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
                });
                const box = row.getBoundingClientRect();
                const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + box.height / 2);
                const covered = !top || !(row.contains(top) || top.contains(row));
                return [here.id || here.outerHTML.slice(0, 80), (shows ? '' : 'no ring ') + (covered ? 'covered' : '')];
            })()""";

    @ArquillianResource
    private URL home;

    private BrowserContext phone;
    private Page page;
    private AnyLanguage patient;

    @BeforeEach
    void openPhone() {
        phone = Browser.window(320, 640, ColorScheme.LIGHT);
        page = phone.newPage();
        patient = new AnyLanguage(page, home);
    }

    @AfterEach
    void closePhone() {
        phone.close();
    }

    @Test
    @DisplayName("T45 whatever is wrong stands first on the page, takes the focus, leads to each field, and what was typed stays")
    void errorsComeFirstAndLeadToTheirFields() {
        begin("muscle-twitching");
        patient.open("patient/contact.xhtml").type("given", "Zo\u00eb").press("send");
        assertThat(page).hasTitle("Error: Who you are - Anteroom");
        Locator summary = page.locator(".error-summary");
        assertThat(summary).isFocused();
        assertThat(summary.locator("h2")).hasText("There is a problem");
        Assertions.assertThat((Boolean) page.evaluate("document.querySelector('main').compareDocumentPosition(document.querySelector('.error-summary')) > 0 && "
                + "!document.querySelector('main h1, main form').compareDocumentPosition(document.querySelector('.error-summary'))"
                + " || document.querySelector('.error-summary').compareDocumentPosition(document.querySelector('main form')) === 4")).isTrue();
        assertThat(page.locator("[id='form:given']")).hasValue("Zo\u00eb");
        List<Locator> links = summary.locator("a").all();
        Assertions.assertThat(links).hasSize(4);
        for (Locator link : links) {
            link.press("Enter");
            Locator field = page.locator("[id='" + link.getAttribute("href").substring(1) + "']");
            assertThat(field).isFocused();
            Assertions.assertThat(field.evaluate("field => field.closest('.field, .question').querySelector('.field-error').innerText"))
                    .as("the field says what the summary says").isEqualTo(link.innerText());
        }
    }

    @Test
    @DisplayName("T46 no question comes twice, Back finds every answer, and each can be changed from the summary")
    void nothingIsAskedTwiceAndEverythingCanBeChanged() {
        patient.open("patient/question.xhtml?begin=new&about=smell-after-covid");
        List<String> asked = new ArrayList<>();
        while (page.url().contains("/patient/question.xhtml")) {
            asked.addAll(questions());
            for (Locator list : page.locator("ul.choices").all()) {
                Locator none = list.locator("input[value=NONE]");
                (none.count() > 0 ? none : list.locator("input").last()).press("Space");
            }
            patient.goOn();
        }
        Assertions.assertThat(asked).hasSizeGreaterThan(12).doesNotHaveDuplicates();
        patient.isAt("needs");
        List<String> back = new ArrayList<>();
        for (page.locator(".back-link").click(); page.locator(".steps, .progress, .back-link").count() > 0 && page.url().contains("question.xhtml"); page.locator(".back-link").click()) {
            back.addAll(questions());
            Assertions.assertThat(page.locator("#main input:checked").count()).as(page.url()).isGreaterThanOrEqualTo((int) page.locator("#main .question").count());
        }
        Assertions.assertThat(back).containsExactlyInAnyOrderElementsOf(asked);
        patient.open("patient/check.xhtml");
        Locator changes = page.locator(".facts .change a[href*='page=']");
        assertThat(changes).hasCount(asked.size());
        Assertions.assertThat(changes.all()).allSatisfy(change -> Assertions.assertThat(change.textContent().strip().length()).as("its name names the question").isGreaterThan(20));
        Assertions.assertThat(changes.all()).extracting(change -> change.getAttribute("href")).allMatch(address -> address.matches(".*/patient/question\\.xhtml\\?page=[0-9]+&then=check"));
        changes.nth(4).click();
        patient.isAt("question").goOn().isAt("check");
    }

    @Test
    void whoWentPastAQuestionOfEmergencyIsLedBackToIt() {
        begin("bleeding-clotting");
        patient.open("patient/contact.xhtml").isAt("question");
        assertThat(page).hasTitle("Your form, page 2 - Anteroom");
        patient.tick("NONE").goOn().isAt("check").open("patient/contact.xhtml").isAt("contact");
    }

    @Test
    @DisplayName("T47 birth dates are three fields that a browser can fill in")
    void birthDatesAreThreeFields() {
        begin("muscle-twitching");
        for (String asking : List.of("patient/contact.xhtml", "patient/save.xhtml")) {
            patient.open(asking);
            Assertions.assertThat(page.locator(".date-parts input").all()).extracting(field -> field.getAttribute("autocomplete"))
                    .containsExactly("bday-day", "bday-month", "bday-year");
            Assertions.assertThat(page.locator(".date-parts input").all()).extracting(field -> field.getAttribute("inputmode")).containsOnly("numeric");
        }
    }

    @Test
    @DisplayName("T48 every target is 44 pixels large, the focus is seen wherever it goes, and nothing needs a drag")
    void everyTargetIsLargeAndTheFocusIsSeen() {
        patient.open("patient/start.xhtml");
        hasLargeTargetsAndShowsItsFocus();
        begin("muscle-twitching");
        for (String one : List.of("page.safety", "page.who", "page.where", "page.strength", "page.worry", "page.start")) {
            patient.open(PatientSteps.question("muscle-twitching", one));
            hasLargeTargetsAndShowsItsFocus();
        }
        for (String one : List.of("needs", "check", "contact", "photos", "save")) {
            patient.open("patient/" + one + ".xhtml");
            hasLargeTargetsAndShowsItsFocus();
        }
        patient.open("patient/question.xhtml?begin=new&about=muscle-twitching").tick("CHEST_PAIN").press("next").isAt("emergency");
        hasLargeTargetsAndShowsItsFocus();
    }

    @Test
    @DisplayName("T29 who begins very many forms is told to wait with 429, others feel nothing, and a form that was begun goes on")
    void beginningVeryManyFormsHasToWait() {
        phone.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.29"));
        begin("smell-after-covid");
        List<Integer> answers;
        try (BrowserContext robot = Browser.window(320, 640, ColorScheme.LIGHT)) {
            robot.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "198.51.100.1, 203.0.113.29"));
            Page many = robot.newPage();
            many.navigate(home + "patient/start.xhtml");
            answers = statuses(many.evaluate("""
                async () => {
                    const answers = [];
                    for (let i = 0; i < 20; i++) {
                        const answer = await fetch('/patient/question.xhtml?begin=new&about=smell-after-covid', {method: 'POST', redirect: 'manual'});
                        answers.push(answer.status);
                    }
                    return answers;
                }"""));
        }
        Assertions.assertThat(answers.subList(0, 19)).as("twenty may be begun").doesNotContain(429);
        Assertions.assertThat(answers.get(19)).isEqualTo(429);
        patient.tick("NONE").goOn().isAt("question");
        patient.open("patient/question.xhtml?begin=new&about=smell-after-covid").tick("NONE").press("next");
        assertThat(page).hasTitle("Please wait a little - Anteroom");
        assertThat(page.getByText("What you saved before is still there")).isVisible();
        PatientSteps.assertAccessible(page, "patient-wait");
        try (BrowserContext other = Browser.window(320, 640, ColorScheme.LIGHT)) {
            other.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.30"));
            new AnyLanguage(other.newPage(), home).open("patient/question.xhtml?begin=new&about=smell-after-covid").tick("NONE").goOn().isAt("question");
        }
    }

    private static List<Integer> statuses(Object numbers) {
        return ((List<?>) numbers).stream().map(Integer.class::cast).toList();
    }

    private void hasLargeTargetsAndShowsItsFocus() {
        String where = page.title();
        Assertions.assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as(where).isEmpty();
        assertThat(page.locator("[draggable=true], input[type=range]")).hasCount(0);
        int been = 0;
        for (List<?> focus = next(); !focus.get(0).equals(""); focus = next()) {
            been++;
            Assertions.assertThat(focus.get(1).toString()).as(where + ": " + focus.get(0)).isBlank();
        }
        Assertions.assertThat(been).as(where).isGreaterThan(4);
    }

    private List<?> next() {
        page.keyboard().press("Tab");
        return (List<?>) page.evaluate(FOCUS);
    }

    private void begin(String about) {
        patient.open("patient/question.xhtml?begin=new&about=" + about).tick("NONE").goOn();
    }

    private List<String> questions() {
        return page.locator("#main .question-text").all().stream().map(text -> text.getAttribute("id")).toList();
    }
}
