package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.Access;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page there is, in its main states: nothing for assistive technology to stumble over, by day and by night, and no page wider than its screen.
 * The pages are read from their folder. A new one is opened as it is; where it needs more than its name, {@link PageStates} says what.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageIT {

    /** What a guest or a patient has in the browser where a page wants it: nothing, a form that is filled in, stopped or sent, or the proof of who one is. */
    private static final Map<String, String> WITH = Map.ofEntries(Map.entry("check", "draft"), Map.entry("contact", "draft"), Map.entry("needs", "draft"), Map.entry("photos", "draft"),
            Map.entry("question", "draft"), Map.entry("save", "draft"), Map.entry("emergency", "stopped"), Map.entry("sent", "sent"), Map.entry("copy", "sent"), Map.entry("checkin", "sent"),
            Map.entry("followup", "sent"), Map.entry("start", ""), Map.entry("open", ""), Map.entry("code", ""), Map.entry("wait", ""), Map.entry("kiosk", ""), Map.entry("waiting", ""),
            Map.entry("arrive", ""), Map.entry("earlier", ""));

    private static final String WIDE = "() => document.documentElement.scrollWidth > innerWidth ? [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1"
            + " && getComputedStyle(one).position !== 'fixed').slice(0, 3).map(one => 'too wide: ' + one.outerHTML.slice(0, 160)).concat('too wide: ' + document.documentElement.scrollWidth) : []";

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private final List<String> faults = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private Map<String, String> ids;
    private UUID patient;
    private int states;

    @BeforeEach
    void seed() throws Exception {
        database = ServersDatabase.open();
        ids = PageStates.ids(database, "Everypage");
        patient = UUID.fromString(ids.get("{patient}"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    @DisplayName("T44 axe finds nothing on any page of the staff in its main states, at 1440 and 390 pixels, by day and by night, and none is too wide")
    void everyPageOfTheStaff() throws Exception {
        for (String role : Roles.OF_PEOPLE.stream().filter(role -> !role.equals(Roles.DOCTOR)).toList()) {
            try (BrowserContext window = Browser.desk()) {
                SignedInStaff.in(window, role, database, home.toString());
                Page page = window.newPage();
                for (String view : PageStates.pages()) {
                    if (Face.of("/" + view).filter(face -> face == Face.ofRole(role)).isPresent() || role.equals(Roles.ADMINISTRATOR) && Face.isStaffPage("/" + view)) {
                        staff(page, view);
                    }
                }
            }
        }
        for (String view : PageStates.pages()) {
            if (Face.isOpenPage("/" + view)) {
                try (BrowserContext window = Browser.desk()) {
                    if (view.startsWith("sign-in-")) {
                        SignedInStaff.halfway(window, view.contains("code"), database, home.toString());
                    }
                    staff(window.newPage(), view);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).containsExactlyElementsOf(PageStates.pages().stream().filter(view -> !view.startsWith("patient/")).toList());
    }

    @Test
    @DisplayName("T44 axe finds nothing on any page of patients, at 320 pixels, in English and French, by day and by night, and none is too wide")
    void everyPageOfPatients() throws Exception {
        for (String language : List.of("en", "fr")) {
            try (BrowserContext nobody = phone(language); BrowserContext draft = phone(language); BrowserContext stopped = phone(language); BrowserContext sent = phone(language);
                    BrowserContext proved = phone(language)) {
                begin(draft);
                SomeVisitors.openForm(database, UUID.fromString(ids.get("{stopped}")), stopped, home);
                SomeVisitors.openForm(database, UUID.fromString(ids.get("{case}")), sent, home);
                SomeVisitors.openSession(database, patient, proved, home);
                Map<String, Page> windows = Map.of("", nobody.newPage(), "draft", draft.pages().get(0), "stopped", stopped.newPage(), "sent", sent.newPage(), "proved", proved.newPage());
                for (String view : PageStates.pages()) {
                    String name = view.replaceAll("patient/|[.]xhtml", "");
                    if (view.startsWith("patient/") && !List.of("choose", "times", "asked", "confirm").contains(name)) {
                        patients(windows.get(WITH.getOrDefault(name, "proved")), view, language);
                    }
                }
                books(windows.get("proved"), language);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).containsExactlyElementsOf(PageStates.pages().stream().filter(view -> view.startsWith("patient/")).toList());
    }

    private void staff(Page page, String view) {
        for (String state : PageStates.of(view)) {
            page.setViewportSize(1440, 900);
            if (!open(page, view, state)) {
                continue;
            }
            String shown = view + state;
            note(shown + " 1440", Access.faults(page));
            note(shown + " 1440", wide(page));
            page.setViewportSize(390, 844);
            unfold(page);
            note(shown + " 390", Access.faults(page));
            note(shown + " 390", wide(page));
            byNight(page, shown);
        }
    }

    private void patients(Page page, String view, String language) {
        for (String state : PageStates.of(view)) {
            if (open(page, view, state)) {
                looksRight(page, view + state, language);
            }
        }
    }

    private void looksRight(Page page, String shown, String language) {
        note(shown, page.locator("html").getAttribute("lang").equals(language) ? List.of() : List.of("in another language"));
        unfold(page);
        note(shown + " " + language, Access.faults(page));
        note(shown + " " + language, wide(page));
        byNight(page, shown + " " + language);
    }

    private void byNight(Page page, String shown) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        note(shown + " by night", Access.pale(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** From the choice to the visit: pages that show what the page before them was told. */
    private void books(Page page, String language) throws Exception {
        page.navigate(home + "patient/choose.xhtml");
        shown(page, "patient/choose.xhtml", language);
        page.locator("input[value=FAMILY_DOCTOR]").press("Space");
        page.locator("[id='form:next']").click();
        page.waitForURL("**/patient/times.xhtml**");
        shown(page, "patient/times.xhtml", language);
        page.locator("button[name='form:take']").first().click();
        page.waitForURL("**/patient/confirm.xhtml**");
        shown(page, "patient/confirm.xhtml", language);
        page.locator("[id='form:other']").click();
        page.waitForURL("**/patient/times.xhtml**");
        UUID question = NewId.next();
        database.run("insert into visit_question (id, visit_type, position, kind, text_en, text_fr, needed, written_by, written_at) "
                + "values (?, 'FAMILY_DOCTOR', 99, 'TEXT', 'How do you travel?', 'Comment venez-vous?', false, 'admin', now())", question);
        try {
            page.navigate(home + "patient/asked.xhtml?id=" + ids.get("{visit}"));
            page.waitForURL("**/patient/asked.xhtml**");
            shown(page, "patient/asked.xhtml", language);
        } finally {
            database.run("update visit_question set retired_at = now() where id = ?", question);
        }
    }

    private void shown(Page page, String view, String language) {
        seen.add(view);
        states++;
        looksRight(page, view, language);
    }

    /** Whether the state could be reached. */
    private boolean open(Page page, String view, String state) {
        String[] parts = state.split(" ", 2);
        Response answer = page.navigate(home + view + PageStates.filled(parts[0], ids));
        String at = URI.create(page.url()).getPath().substring(1);
        seen.add(view);
        states++;
        if (!at.equals(view) || answer.status() != 200 || !page.title().endsWith(" - Anteroom")) {
            faults.add(view + state + " led to " + at + " " + answer.status() + " " + page.title() + ". Maybe PageStates or WITH has to say what the page needs.");
            return false;
        }
        return parts.length == 1 || press(page, view, parts[1]);
    }

    private boolean press(Page page, String view, String button) {
        Locator found = page.locator("[id='" + button + "']");
        if (found.count() == 0) {
            faults.add(view + " has no button " + button);
            return false;
        }
        found.first().dispatchEvent("click");
        try {
            page.locator(".error-summary").first().waitFor(new Locator.WaitForOptions().setTimeout(8000));
            return true;
        } catch (TimeoutError none) {
            faults.add(view + " " + button + " refuses nothing");
            return false;
        }
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('main details:not([name])').forEach(one => { one.open = true; })");
    }

    private void note(String where, List<String> found) {
        found.stream().map(fault -> where + ": " + fault).forEach(faults::add);
    }

    @SuppressWarnings("unchecked")
    private static List<String> wide(Page page) {
        return (List<String>) page.evaluate(WIDE);
    }

    private BrowserContext phone(String language) {
        BrowserContext window = Browser.window(320, 640, ColorScheme.LIGHT);
        window.addCookies(List.of(cookie("__Host-language", language)));
        return window;
    }

    private void begin(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(home + "patient/question.xhtml?begin=new&about=muscle-twitching");
        page.locator("input[value=NONE]").first().press("Space");
        page.locator("[id$=':next']").click();
        page.waitForURL("**/patient/question.xhtml?**page=**");
    }

    private Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(home.toString().replace("http:", "https:")).setSecure(true).setHttpOnly(true);
    }
}
