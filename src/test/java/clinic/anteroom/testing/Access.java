package clinic.anteroom.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;

/** What assistive technology would stumble over on a page. */
public final class Access {

    private static final String AXE = source();

    private static final String ALL = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {'target-size': {enabled: true}}}";
    private static final String COLOURS = "{runOnly: {type: 'rule', values: ['color-contrast']}}";

    private Access() {
    }

    /** What all rules of WCAG 2.2 AA and of good practice find on a page, target sizes among them: rule, element and why. */
    public static List<String> faults(Page page) {
        return run(page, ALL);
    }

    /** What is too pale to be read in the colours the page has now. */
    public static List<String> pale(Page page) {
        return run(page, COLOURS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, String options) {
        if (!(Boolean) page.evaluate("Boolean(window.axe)")) {
            page.evaluate(AXE);
        }
        // A row of the board is as high as its reader has chosen; whatever a cell does, a link or a form of another size does, too.
        return (List<String>) page.evaluate("async () => (await axe.run(document, " + options + ")).violations.flatMap(fault => fault.nodes"
                + ".filter(node => fault.id !== 'target-size' || !document.querySelector(node.target[0]).closest('#grid')).map(node => "
                + "fault.id + ' ' + node.target + ' ' + node.any.concat(node.all, node.none).map(check => check.message).join(' ')))");
    }

    private static String source() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of axe's rules find nothing. Our pages hold no frames, so the quick way that does not open a second page sees all. */
    public static void assertNoFault(Page page, String name) {
        Assertions.assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).as(name)
                .extracting(Rule::getId, Rule::getNodes).isEmpty();
    }
}
