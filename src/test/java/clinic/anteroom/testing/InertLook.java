package clinic.anteroom.testing;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks at pages for what came alive of words that nobody should run, and remembers whose words they showed. */
public final class InertLook {

    private static final int BROKEN = 500;

    private final String home;
    private final Function<String, Set<String>> marks;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> shown = new TreeSet<>();
    private int looked;

    /** {@code marks} tells whose marks stand in a text. */
    public InertLook(String home, Function<String, Set<String>> marks) {
        this.home = home;
        this.marks = marks;
    }

    /** A dialog that opens in this page is a fault. */
    public Page heard(Page page) {
        page.onDialog(dialog -> wrong.add("dialog at " + page.url()));
        return page;
    }

    /** Opens the page and looks at it. One that broke off shows nothing and has proved nothing. */
    public void at(Page page, String path) {
        int status = page.navigate(home + path).status();
        if (status >= BROKEN) {
            wrong.add(path + ": " + status);
        }
        now(page, path);
    }

    /** Looks at what the window shows. */
    @SuppressWarnings("unchecked")
    public void now(Page page, String name) {
        page.waitForLoadState();
        looked++;
        ((List<String>) page.evaluate(FreeText.ALIVE)).forEach(fault -> wrong.add(name + ": " + fault));
        shown.addAll(marks.apply(page.content() + page.evaluate("[...document.querySelectorAll('input, textarea')].map(field => field.value).join(' ')")));
    }

    /** What came alive, and where; empty if nothing did. */
    public List<String> wrong() {
        return wrong;
    }

    /** Whose words some page showed. */
    public Set<String> shown() {
        return shown;
    }

    /** How many pages were looked at. */
    public int looked() {
        return looked;
    }
}
