package clinic.anteroom.web.patient;

import clinic.anteroom.testing.Access;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.TestMail;
import clinic.anteroom.triage.rules.SomeAnswers;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The patient's form in every state it can be in: no fault for assistive technology, by day and by night, and never too wide. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryStateIT {

    private static final List<String> KINDS_OF_PAGES = List.of("page.who", "page.where", "page.start", "page.exercise-kind", "page.strength",
            "page.sleep", "page.body", "page.medicines", "page.conditions", "page.tried-body", "page.worry", "page.implants");

    /** Whatever is pressed, ticked or typed into; a box counts with its row, and links within a sentence may be as high as its line. */
    private static final String TOO_SMALL = """
            [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a.btn, a.back-link, a.language, .emergency-line a')]
                .map(one => one.matches('[type=radio], [type=checkbox]') ? one.closest('li, td') || one : one)
                .filter(one => !one.matches('.link-button, .link-button *') && one.checkVisibility() && one.getBoundingClientRect().height > 0)
                .filter(one => one.getBoundingClientRect().height < 43.9).map(one => one.outerHTML.slice(0, 120))""";

    @ArquillianResource
    private URL home;

    private Page page;
    private AnyLanguage patient;
    private String language;
    private int looks;

    @Test
    @DisplayName("T44 axe finds nothing on the patient's form in any state, in English")
    void inEnglish() throws Exception {
        walk("en");
    }

    @Test
    @DisplayName("T44 axe finds nothing on the patient's form in any state, in French")
    void inFrench() throws Exception {
        walk("fr");
    }

    private void walk(String spoken) throws Exception {
        language = spoken;
        try (BrowserContext phone = Browser.window(320, 640, ColorScheme.LIGHT)) {
            page = phone.newPage();
            patient = new AnyLanguage(page, home);
            beginnings();
            emergency();
            questions();
            later();
            sending();
            afterwards();
            atHome();
        }
        Assertions.assertThat(looks).as("states looked at, each by day and by night").isGreaterThan(35);
    }

    private void beginnings() throws Exception {
        patient.open("patient/start.xhtml?lang=" + language);
        look("start");
        patient.open("patient/start.xhtml?find=zebra");
        look("nothing-found");
        try (ServersDatabase database = ServersDatabase.open()) {
            database.run("insert into clinic_setting (name, value) values ('INTAKE_SUSPENDED', 'true'), ('INTAKE_MESSAGE', 'We move house today.')");
            try {
                patient.open("patient/start.xhtml");
                look("closed");
            } finally {
                database.run("delete from clinic_setting");
            }
        }
        patient.open("patient/open.xhtml?link=0123456789abcdef0123456789abcdef");
        look("dead-link");
    }

    private void emergency() {
        patient.open("patient/question.xhtml?begin=new&about=muscle-twitching");
        look("gate");
        patient.press("next");
        look("gate-error");
        patient.tick("CHEST_PAIN").press("next").isAt("emergency");
        look("emergency");
        patient.press("add");
        look("emergency-error");
        patient.type("note", "It began on the stairs.").press("add").type("phone", "416 555 0160").press("cannot");
        look("emergency-told");
        patient.press("called");
        look("emergency-called");
        patient.press("mistake").isAt("question").tick("CHEST_PAIN", "NONE").goOn();
    }

    private void questions() throws Exception {
        patient.knows(SomeAnswers.manOf58().with("TW-Q02", 34).answers());
        for (String one : KINDS_OF_PAGES) {
            patient.question(one);
            look(one);
        }
        patient.question("page.who").type("number", "400").press("next");
        look("question-error");
        page.evaluate("for (const note of document.querySelectorAll('#stay, #stay [data-note]')) note.hidden = false");
        look("ends-lost-restored");
        patient.open("patient/needs.xhtml");
        look("needs");
        patient.question("page.strength").tick("NO").say("TW-Q19.FOOT_DRAGS", "YES").goOn().isAt("check");
        look("check-contradiction-left-out");
        patient.open("patient/photos.xhtml");
        look("photos");
        patient.press("add");
        look("photos-error");
    }

    private void later() throws InterruptedException {
        patient.open("patient/save.xhtml");
        look("save");
        patient.press("save");
        look("save-error");
        String address = "state-" + language + "@example.org";
        patient.type("email", address).born("1992").press("save");
        look("saved");
        patient.open(TestMail.linkSentTo(address));
        look("open");
        patient.born("1993").press("open");
        look("open-error");
        patient.born("1992").press("open");
    }

    private void sending() {
        patient.open("patient/contact.xhtml");
        look("contact");
        patient.press("send");
        look("contact-error");
        patient.sendIn("State", "");
        look("sent");
        patient.press("call");
        look("sent-call-asked");
        patient.open("patient/copy.xhtml");
        look("copy");
    }

    private void afterwards() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            database.run("insert into follow_up_question (id, response_id, asked_by, asked_at, words) select gen_random_uuid(), r.id, 'dr.osei', now(), "
                    + "'Since when?' from questionnaire_response r where r.status = 'COMPLETED' order by r.completed_at desc limit 1");
        }
        patient.open("patient/followup.xhtml");
        look("follow-up");
        patient.press("send");
        look("follow-up-error");
        patient.type("answer", "Since May.").press("send");
        look("follow-up-done");
    }

    private void atHome() throws Exception {
        patient.open("patient/question.xhtml?begin=new&about=muscle-twitching").tick("NONE").goOn()
                .knows(SomeAnswers.harmless().with("TW-Q02", 34).answers()).sendIn("Home", "");
        look("sent-self-care");
        patient.press("visit");
        look("sent-wished");
        patient.open("patient/checkin.xhtml");
        look("check-in");
        patient.press("send");
        look("check-in-error");
        patient.tick("WORSE").press("send");
        look("check-in-worse");
        patient.tick("BETTER").press("send");
        look("check-in-better");
    }

    private void look(String state) {
        looks++;
        Assertions.assertThat(page.locator("html").getAttribute("lang")).as(state).isEqualTo(language);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Access.assertNoFault(page, state + " " + language + " " + scheme);
        }
        Assertions.assertThat(page.evaluate(TOO_SMALL)).as(state + ": targets below 44 pixels").isEqualTo(List.of());
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(state + " too wide").isTrue();
    }
}
