package clinic.anteroom.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What a person does with a page: answer, press, look. */
public final class Hand {

    private static final String PASSWORD = "a quiet waiting room";

    private final Page page;
    private final String home;

    /** A hand on one window of the clinic at this address, which ends with a slash. */
    public Hand(Page page, String home) {
        this.page = page;
        this.home = home;
    }

    public Page page() {
        return page;
    }

    public Hand open(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Opens a staff page and signs in on the way. */
    public Hand signIn(String username, String path) {
        open(path);
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(PASSWORD);
        page.evaluate("document.documentElement.dataset.door = 'still there'");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
        // No script that asks again and again: the content policy forbids what that needs.
        page.locator("html:not([data-door])").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
        return this;
    }

    public Hand signOut() {
        return press("Sign out");
    }

    public Hand press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
        return this;
    }

    public Hand follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
        return this;
    }

    public Hand type(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    /**
     * Answers page after page until no question is shown. What the map does not name is left out.
     *
     * @param answers codes by link id; a number or text is typed
     */
    public Hand fillIn(Map<String, List<String>> answers) {
        for (int pages = 0; pages < 100 && page.url().contains("/patient/question"); pages++) {
            String before = page.url();
            answerPage(answers);
            page.evaluate("document.body.dataset.seen = 'yes'");
            press("Save and go on");
            page.locator("body:not([data-seen])").waitFor(); // The page asks whether the clinic can be reached before it sends.
            page.waitForLoadState(); // A slow machine shows the beginning of a page before its end.
            Assertions.assertThat(page.locator(".error-summary").count()).as(before).isZero();
        }
        return page.url().contains("/patient/needs") ? press("Save and go on") : this;
    }

    private void answerPage(Map<String, List<String>> answers) {
        for (Locator text : page.locator(".question-text").all()) {
            String linkId = text.getAttribute("id").replaceAll("-text$", "");
            List<String> codes = answers.getOrDefault(linkId, List.of());
            Locator question = page.locator(".question", new Page.LocatorOptions().setHas(page.locator("[id='" + linkId + "-text']"))).last();
            if (!codes.isEmpty() && question.locator(".symptoms").count() > 0) {
                symptoms(question, linkId, codes);
            } else {
                codes.forEach(code -> answer(question, code));
            }
        }
    }

    /** Yes to these symptoms of a list, no to all others. */
    private static void symptoms(Locator question, String linkId, List<String> codes) {
        codes.stream().filter(code -> !code.equals("NONE")).forEach(code ->
                question.locator("[id='" + linkId + "." + code + "-label'] + div input[value=YES]").press("Space"));
        question.locator("[data-none]").press("Enter");
    }

    /** By keyboard: the whole row is the target of a finger, and the box itself takes no click. */
    private static void answer(Locator question, String code) {
        Locator box = question.locator("input[value='" + code + "']");
        if (box.count() > 0) {
            box.press("Space");
        } else {
            question.locator("input[type=text], textarea").first().fill(code);
        }
    }

    /** Waits for the page with this title; asserted before anything else, so that no tool praises an error page. */
    public Hand sees(String title) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page).hasTitle(title + " - Anteroom");
        return this;
    }

    /** Pictures at three widths, light and dark, and no fault for assistive technology in any of them. */
    public Hand looksRight(String name) {
        Browser.pictures(page, name);
        Access.assertNoFault(page, name);
        return this;
    }
}
