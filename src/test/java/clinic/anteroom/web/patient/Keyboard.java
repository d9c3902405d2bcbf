package clinic.anteroom.web.patient;

import com.microsoft.playwright.Page;
import java.util.Map;

/** Two hands on the keys and none on a mouse: Tab, Space, Enter, and what is typed. */
final class Keyboard {

    private static final int MOST_TABS = 120;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Tabs to the field, button or link whose name begins so. */
    Keyboard to(String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (focused().startsWith(name)) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never came to \"" + name + "\" on " + page.title());
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Types one value into each of these fields, in the order of the page. */
    Keyboard type(Map<String, String> values) {
        values.forEach((field, value) -> {
            to(field);
            page.keyboard().type(value);
        });
        return this;
    }

    /** Tabs from the top of the page to its button: takes "none of these" or the last of the answers, types 34 where a number is asked. */
    void answerPage() {
        page.locator("#main").focus();
        String kind = "";
        for (int i = 0; i < MOST_TABS && !kind.equals("submit"); i++) {
            page.keyboard().press("Tab");
            kind = (String) page.evaluate("document.activeElement.type || ''");
            switch (kind) {
                case "radio" -> press("ArrowUp");
                case "checkbox" -> {
                    if (focused().equals("None of these")) {
                        press("Space");
                    }
                }
                case "text" -> page.keyboard().type("34");
                default -> { }
            }
        }
        String before = page.url();
        press("Enter");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page).not().hasURL(before);
    }

    /** What a person hears of where the focus is. */
    private String focused() {
        return (String) page.evaluate("""
                () => {
                    const here = document.activeElement;
                    return (here.tagName === 'BUTTON' ? here.innerText : here.value && here.type === 'submit' ? here.value : here.labels && here.labels.length ? here.labels[0].innerText : here.innerText || '').trim();
                }""");
    }
}
