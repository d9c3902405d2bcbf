package clinic.anteroom.web.doctor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** A doctor with a window of their own who works by keyboard; every key is counted. */
final class DoctorAtWork implements AutoCloseable {

    private final String home;
    private final BrowserContext window = Browser.desk();
    private final Hand hand;
    private int keys;

    DoctorAtWork(String home, String account) {
        this.home = home;
        this.hand = new Hand(window.newPage(), home);
        hand.signIn(account, "doctor/").sees("Worklist");
    }

    Page page() {
        return hand.page();
    }

    Hand hand() {
        return hand;
    }

    /** Opens a page of the doctor's. */
    DoctorAtWork at(String path) {
        page().navigate(home + "doctor/" + path);
        return this;
    }

    DoctorAtWork opens(UUID responseId) {
        return at("review.xhtml?case=" + responseId);
    }

    /** A key that stays on the page. */
    DoctorAtWork key(String key) {
        page().waitForLoadState(); // Keys work once the page's script has run.
        page().keyboard().press(key);
        keys++;
        return this;
    }

    /** A key that brings another page, or the same one anew. */
    @SuppressWarnings("deprecation") // The address may stay the same: nothing else tells that the page came anew.
    DoctorAtWork go(String key) {
        page().waitForNavigation(() -> key(key));
        return this;
    }

    DoctorAtWork types(String words) {
        page().keyboard().type(words);
        return this;
    }

    /** Keys pressed since this was asked last. */
    int keysPressed() {
        int pressed = keys;
        keys = 0;
        return pressed;
    }

    /** The card of a test. */
    Locator card(String test) {
        return page().locator("article.flag", new Page.LocatorOptions().setHas(page().locator("h3", new Page.LocatorOptions().setHasText(test))));
    }

    /** Cards without a decision. */
    Locator open() {
        return page().locator("[data-card=open]");
    }

    /** How many cases a folder of the rail holds. */
    int count(String folder) {
        return Integer.parseInt(page().locator(".rail a", new Page.LocatorOptions().setHasText(folder)).locator(".num").innerText());
    }

    DoctorAtWork sees(String title) {
        hand.sees(title);
        return this;
    }

    /** No fault for assistive technology. */
    DoctorAtWork isAccessible() {
        Assertions.assertThat(new AxeBuilder(page()).analyze().getViolations()).as(page().url()).extracting(Rule::getId, Rule::getNodes).isEmpty();
        return this;
    }

    /** How many sheets of paper the page fills in print. */
    int sheets() {
        String pdf = new String(page().pdf(new Page.PdfOptions().setFormat("Letter")), java.nio.charset.StandardCharsets.ISO_8859_1);
        return pdf.split("/Type\\s*/Page\\b(?!s)", -1).length - 1;
    }

    /** The colours in which words are printed. */
    @SuppressWarnings("unchecked")
    java.util.List<String> inksOnPaper() {
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        Object inks = page().evaluate("() => [...new Set([...document.querySelectorAll('.sheet, .sheet *')].filter(one => one.checkVisibility()"
                + " && one.textContent.trim()).map(one => getComputedStyle(one).color))]");
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        return (java.util.List<String>) inks;
    }

    @Override
    public void close() {
        assertThat(page().locator("body")).isVisible();
        window.close();
    }
}
