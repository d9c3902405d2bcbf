package clinic.anteroom.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;

/** What assistive technology would stumble over on a page. */
public final class Access {

    private Access() {
    }

    /** All of axe's rules find nothing. Our pages hold no frames, so the quick way that does not open a second page sees all. */
    public static void assertNoFault(Page page, String name) {
        Assertions.assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).as(name)
                .extracting(Rule::getId, Rule::getNodes).isEmpty();
    }
}
