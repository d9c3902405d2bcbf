package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.testing.TestMail;
import clinic.anteroom.triage.rules.TestDocuments;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A patient with marked words goes from the first page to the visit; a doctor and the desk work on it. Whatever others keep of that is searched for the
 * words: addresses and their referers, titles of windows, messages of the browser, mails, and what the server logged.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NoHealthFactIT {

    /** What the patient tells, in codes and in words, and what is said about it. Parts, so that they are found in longer words. */
    private static final List<String> FACTS = List.of("twitch", "zzworry", "zzneed", "zzdiary", "zzmessage", "zznote", "zzindication", "zzasked", "zzvisitnote", "zzalert", "STATIN", "UPPER_ARM", "PACEMAKER",
            "weak arm", "YES_CANT_DO", "pain", "nerve and muscle", "medicine", "symptom");
    /** What the pages of all forms are about, as their documents call it. */
    private static final List<String> TOPICS = TestDocuments.ALL.stream().flatMap(one -> one.questionnaire().pages().stream()).map(clinic.anteroom.intake.Page::linkId).distinct().toList();
    private static final String FAMILY = "Zzquokka";
    private static final Path LOG = Path.of("target", "it-server.log.0");

    @ArquillianResource
    private URL home;

    private final List<String> addresses = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    @Test
    @DisplayName("T43 T40 no health fact in addresses, referers, titles, messages of the browser, mails, the log or what tells how the server is; nothing is loaded from elsewhere")
    void noHealthFactIsLeftBehind() throws Exception {
        String mail = "zz" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        try (ServersDatabase database = ServersDatabase.open()) {
            try (BrowserContext phone = heard(Browser.phone())) {
                tells(phone.newPage(), mail);
                UUID patient = UUID.fromString(database.one("select id from patient where email = ?", mail));
                UUID form = UUID.fromString(database.one("select id from questionnaire_response where patient_id = ?", patient));
                try (BrowserContext doctors = heard(Browser.desk()); BrowserContext desks = heard(Browser.desk())) {
                    decides(doctors.newPage(), database, form);
                    UUID visit = SomeVisitors.visit(database, patient, "EMG", java.time.Instant.now().plus(java.time.Duration.ofDays(61)));
                    SomeVisitors.openSession(database, patient, phone, home);
                    writes(phone.newPage(), visit);
                    answers(desks.newPage(), database, patient, visit);
                }
                Assertions.assertThat(database.list("select words from care_case_step where response_id = ? union select words from follow_up_question where response_id = ? union select words from visit_note where appointment_id in "
                        + "(select id from appointment where patient_id = ?) union select words from patient_alert where patient_id = ? union select words from visit_message where patient_id = ? union select words from diary_entry where patient_id = ?",
                        form, form, patient, patient, patient, patient)).as("what was written is there").contains("zzasked since when?", "zznote for the others", "zzvisitnote", "zzalert", "zzmessage about my arm", "zzmessage is read", "zzdiary all day");
                database.run("update communication set due_at = now() where recipient = ? and status = 'PREPARATION'", mail);
            }
        }
        Assertions.assertThat(addresses).hasSizeGreaterThan(150).allMatch(address -> address.startsWith(home.toString()) || address.startsWith("data:") || address.isEmpty());
        Assertions.assertThat(found(addresses.stream().map(address -> URLDecoder.decode(address.replace("%", "%25").replace("%2525", "%25"), StandardCharsets.UTF_8))
                .filter(address -> !address.contains("/jakarta.faces.resource/")).toList())).as("addresses and referers").isEmpty();
        Assertions.assertThat(addresses.stream().filter(address -> TOPICS.stream().anyMatch(address::contains)).toList()).as("topics of pages of any form").isEmpty();
        Assertions.assertThat(addresses.stream().filter(address -> address.matches(".*/question\\.xhtml.*[?&]page=.*")).toList()).as("a page of the form is called by its number").hasSizeGreaterThan(40)
                .allMatch(address -> address.matches(".*[?&]page=[0-9]{1,3}(&(then=check|begin=new))?"));
        Assertions.assertThat(titles).hasSizeGreaterThan(40);
        Assertions.assertThat(found(titles.stream().filter(title -> !ASKED_OF_EVERYBODY.contains(title)).toList())).as("titles").isEmpty();
        Assertions.assertThat(titles).noneMatch(title -> title.contains(FAMILY));
        Assertions.assertThat(found(messages)).as("messages of the browser").isEmpty();
        String copy = TestMail.wholeMailTo(mail);
        Assertions.assertThat(found(List.of(copy))).as("a letter").isEmpty();
        Assertions.assertThat(copy).contains("Subject:").doesNotContain(FAMILY);
        PlainBrowser stranger = new PlainBrowser(home.toString());
        Assertions.assertThat(found(List.of(stranger.get("ready").body(), stranger.get("metrics").body(), stranger.get("health").body()))).as("how the server is").isEmpty();
        String log = Files.readString(LOG);
        Assertions.assertThat(log).as("the log of this very server").contains(Integer.toString(home.getPort()));
        Assertions.assertThat(FACTS.stream().filter(fact -> fact.startsWith("zz") || fact.equals(fact.toUpperCase(Locale.ROOT))).filter(log::contains).toList()).as("the log").isEmpty();
        Assertions.assertThat(log).doesNotContain(FAMILY, mail);
    }

    /** Titles of pages that every patient reads, whatever the form is about: that they were read tells nothing. */
    private static final List<String> ASKED_OF_EVERYBODY = List.of("Your medicines - Anteroom", "Your other medicines - Anteroom", "Pain - Anteroom");

    private static List<String> found(List<String> texts) {
        return texts.stream().filter(text -> FACTS.stream().anyMatch(fact -> text.toLowerCase(Locale.ROOT).contains(fact.toLowerCase(Locale.ROOT)))).toList();
    }

    /** Everything this browser asks for, is called and says, is written down. */
    private BrowserContext heard(BrowserContext browser) {
        browser.onRequest(request -> {
            addresses.add(request.url());
            addresses.add(String.valueOf(request.headers().getOrDefault("referer", "")));
        });
        browser.onConsoleMessage(message -> messages.add(message.text()));
        browser.exposeFunction("windowIsCalled", title -> titles.add(String.valueOf(title[0])));
        browser.addInitScript("addEventListener('DOMContentLoaded', () => window.windowIsCalled(document.title))");
        return browser;
    }

    private void tells(Page page, String mail) {
        PatientSteps patient = new PatientSteps(page, home).visit("patient/start.xhtml").fill("Search", "pain").press("Search").choose("Muscle twitching").assertTitle("Before we start: is this an emergency?");
        AnyLanguage codes = new AnyLanguage(page, home);
        patient.tick("None of these").goOn();
        codes.tick("SELF").type("number", "34").goOn();
        codes.tick("UPPER_ARM").goOn();
        patient.answerTheRestHarmlessly();
        codes.question("page.worry");
        page.locator("textarea").fill("zzworry about my arm");
        codes.goOn().isAt("check");
        codes.question("page.medicines").tick("NONE", "STATIN").goOn();
        codes.open("patient/needs.xhtml").type("words", "zzneed a quiet room").press("next");
        patient.sendIn(FAMILY, "416 555 0177", mail).visit("patient/copy.xhtml");
        assertThat(page.locator("main")).containsText("zzworry about my arm");
        patient.visit("patient/start.xhtml").visit("patient/code.xhtml");
    }

    private void decides(Page page, ServersDatabase database, UUID form) throws Exception {
        SignedInStaff.in(page.context(), Roles.DOCTOR, database, home.toString());
        page.navigate(home + "doctor/worklist.xhtml?folder=all");
        page.navigate(home + "doctor/review.xhtml?case=" + form);
        assertThat(page.locator("main")).containsText("zzworry about my arm");
        say(page, "question", "ask", "zzasked since when?");
        page.navigate(home + "doctor/review.xhtml?case=" + form);
        say(page, "remark", "write", "zznote for the others");
        page.navigate(home + "doctor/whatif.xhtml?case=" + form);
        Locator flip = page.locator("#flips select").first();
        flip.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        assertThat(page.locator("#flips .is-flipped").first()).isVisible();
        page.navigate(home + "doctor/print.xhtml?case=" + form);
    }

    private void writes(Page page, UUID visit) {
        PatientSteps patient = new PatientSteps(page, home).visit("patient/visits.xhtml").visit("patient/visit.xhtml?id=" + visit);
        patient.visit("patient/messages.xhtml").fill("Your message", "zzmessage about my arm").press("Send");
        assertThat(page.locator("main")).containsText("zzmessage about my arm");
        patient.visit("patient/diary.xhtml");
        page.locator("textarea").first().fill("zzdiary all day");
        patient.press("Write it down");
        patient.visit("patient/family.xhtml").visit("patient/looked.xhtml");
    }

    private void answers(Page page, ServersDatabase database, UUID patient, UUID visit) throws Exception {
        SignedInStaff.in(page.context(), Roles.RECEPTIONIST, database, home.toString());
        page.navigate(home + "reception/orders.xhtml");
        page.navigate(home + "reception/visit.xhtml?id=" + visit);
        String pane = "reception/day.xhtml?date=" + database.one("select to_char(wall_start, 'YYYY-MM-DD') from appointment where id = ?", visit) + "&visit=" + visit;
        page.navigate(home + pane);
        page.locator("[id$=':note']").first().evaluate("field => { field.value = 'zzvisitnote'; }");
        say(page, "alert", "write", "zzalert");
        page.navigate(home + "reception/replies.xhtml?patient=" + patient);
        assertThat(page.locator("main")).containsText("zzmessage about my arm");
        page.locator("textarea[id$=':words']").first().fill("zzmessage is read");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).first().click();
        page.waitForLoadState();
        page.navigate(home + "reception/print.xhtml?of=all");
    }

    /** Types into the field and presses the button, also where both stand in a drawer. */
    private static void say(Page page, String field, String button, String words) {
        page.locator("[id$=':" + field + "']").first().evaluate("(field, words) => { field.value = words; }", words);
        page.evaluate("document.body.dataset.seen = 'yes'");
        page.locator("[id$=':" + button + "']").first().evaluate("button => button.click()");
        try {
            page.locator("body:not([data-seen])").waitFor(new Locator.WaitForOptions().setTimeout(5_000));
        } catch (com.microsoft.playwright.TimeoutError e) {
            page.waitForLoadState(); // The board fetches a part of itself and stays.
        }
    }
}
