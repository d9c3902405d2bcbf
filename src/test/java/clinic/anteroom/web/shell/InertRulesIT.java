package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.FreeText;
import clinic.anteroom.testing.InertLook;
import clinic.anteroom.testing.InertRules;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.SomeRecord;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A medical director pastes rule documents with words that a browser would run; every page that shows such a draft, or what it would say of a patient, is opened. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InertRulesIT {

    @ArquillianResource
    private URL home;

    private InertLook look;
    private ServersDatabase database;
    private InertRules rules;
    private String document;
    private UUID stopped;
    private SomeRecord record;

    @BeforeEach
    void people() throws Exception {
        look = new InertLook(home.toString(), InertRules::shownIn);
        database = ServersDatabase.open();
        record = SomeRecord.in(database, "Drafted");
        stopped = new SomeCases(database).stopped();
        rules = new InertRules(database);
    }

    @AfterEach
    void clear() throws Exception {
        rules.close();
        database.close();
    }

    @Test
    @DisplayName("T30 thirty payloads in every text and code of drafted rules: none runs where they are pasted, refused, edited, checked and read, without our content policy and with it")
    void noneRunsOnAnyPageOfADraft() throws Exception {
        try (BrowserContext window = Browser.withoutPolicy()) {
            drafts(window);
        }
        int first = Json.createReader(new StringReader(document)).readObject().getInt("version");
        try (BrowserContext window = Browser.withoutPolicy()) {
            Page director = opened(window, Roles.MEDICAL_DIRECTOR);
            remarks(director, first);
            for (String payload : FreeText.THIRTY) {
                shows(director, "doctor/rule-edit.xhtml" + set(rules.newest()) + "&rule=" + URLEncoder.encode(InertRules.mark("code") + payload, StandardCharsets.UTF_8));
            }
        }
        List<BrowserContext> windows = List.of(Browser.withoutPolicy(), Browser.desk());
        for (BrowserContext window : windows) {
            try (window) {
                Page page = opened(window, window == windows.get(0) ? Roles.DOCTOR : Roles.MEDICAL_DIRECTOR);
                shows(page, "doctor/rules.xhtml");
                everyPart(page, first);
                everyPart(page, rules.newest());
            }
        }
        assertThat(look.wrong()).isEmpty();
        assertThat(look.shown()).as("places whose words some page showed").containsExactlyInAnyOrderElementsOf(InertRules.PLACES);
        assertThat(look.looked()).isGreaterThan(80);
    }

    /** Thirty documents are refused, a rule of a draft is changed to what is refused, and both drafts are kept. */
    private void drafts(BrowserContext window) throws Exception {
        SignedInStaff.in(window, Roles.MEDICAL_DIRECTOR, database, home.toString());
        Page page = look.heard(window.newPage());
        page.setDefaultTimeout(60_000);
        for (String payload : FreeText.THIRTY) {
            paste(page, Json.createObjectBuilder().add(payload, payload).build().toString(), payload);
            assertThat(page.locator(".error-summary").textContent()).contains(payload.strip());
            assertThat(page.locator("[id$=':cases']").inputValue()).isEqualTo(payload);
        }
        document = rules.words(rules.newest() + 1);
        paste(page, document, rules.cases());
        assertThat(page.locator(".flag-decision").textContent()).as("its thirty cases fail").contains("cannot be approved");
        page.navigate(home + "doctor/rule-edit.xhtml?name=" + InertRules.SET + "&version=" + rules.newest() + "&rule=TW-R01");
        String all = String.join(" ", FreeText.THIRTY);
        for (String field : List.of("sentence", "doctor", "patient", "thresholds")) {
            Locator typed = page.locator("[id$=':" + field + "']");
            if (typed.count() > 0) {
                typed.fill(all.substring(0, 490));
            }
        }
        page.locator("[id$=':save']").click();
        look.now(page, "a rule is changed to what runs");
        paste(page, rules.codes(rules.newest() + 1), "");
        assertThat(page.locator("main").textContent()).contains("which is no test of the clinic");
    }

    private void paste(Page page, String pasted, String cases) {
        page.navigate(home + "doctor/rules-draft.xhtml");
        page.locator("[id$=':document']").fill(pasted);
        page.locator("[id$=':cases']").fill(cases);
        page.locator("[id$=':save']").click();
        look.now(page, "pasted: " + pasted.substring(0, Math.min(60, pasted.length())));
    }

    private Page opened(BrowserContext window, String role) throws Exception {
        SignedInStaff.in(window, role, database, home.toString());
        Page page = look.heard(window.newPage());
        page.setDefaultTimeout(60_000);
        return page;
    }

    private static String set(int version) {
        return "?name=" + InertRules.SET + "&version=" + version;
    }

    private void everyPart(Page page, int version) {
        for (String part : List.of("rules", "checks", "cases", "cases&sample=3", "shadow", "release")) {
            shows(page, "doctor/ruleset.xhtml" + set(version) + "&part=" + part);
        }
    }

    /** Every kind of remark of the checks, the sample patient of the first. */
    private void remarks(Page page, int version) {
        page.navigate(home + "doctor/ruleset.xhtml" + set(version) + "&part=checks");
        List<?> kinds = (List<?>) page.evaluate("[...document.querySelectorAll('a.main-link')].map(link => new URL(link.href).searchParams.get('kind'))");
        assertThat(kinds).hasSizeGreaterThan(3);
        kinds.forEach(kind -> shows(page, "doctor/ruleset.xhtml" + set(version) + "&part=checks&sample=0&kind=" + kind));
    }

    /** The page itself, not one that says that something went wrong. */
    private void shows(Page page, String path) {
        assertThat(page.navigate(home + path).status()).as(path).isEqualTo(200);
        look.now(page, path);
    }

    @Test
    @DisplayName("T30 what drafted rules would say of a patient is inert on the doctor's pages, the patient's and in print, without our content policy and with it")
    void noneRunsWhereItSpeaksOfAPatient() throws Exception {
        draftIsKept();
        rules.judge(record.form(), document);
        rules.judge(stopped, document);
        for (BrowserContext window : List.of(Browser.withoutPolicy(), Browser.desk())) {
            try (window) {
                Page page = look.heard(window.newPage());
                SignedInStaff.in(window, Roles.DOCTOR, database, home.toString());
                for (String path : List.of("worklist.xhtml?folder=all", "review.xhtml?case=" + record.form(), "print.xhtml?case=" + record.form(), "whatif.xhtml?case=" + record.form(),
                        "requisition.xhtml?case=" + record.form() + "&order=" + record.order(), "review.xhtml?case=" + stopped, "rules.xhtml", "figures.xhtml")) {
                    shows(page, "doctor/" + path);
                }
                SignedInStaff.in(window, Roles.RECEPTIONIST, database, home.toString());
                look.at(page, "reception/alerts.xhtml");
                look.at(page, "reception/orders.xhtml");
                SignedInStaff.in(window, Roles.PRIVACY_OFFICER, database, home.toString());
                look.at(page, "privacy/record.xhtml?reason=TREAT&patient=" + record.patient());
                SomeVisitors.openForm(database, record.form(), window, home);
                look.at(page, "patient/sent.xhtml");
                look.at(page, "patient/sent.xhtml?lang=fr");
                SomeVisitors.openForm(database, stopped, window, home);
                look.at(page, "patient/emergency.xhtml");
            }
        }
        assertThat(look.wrong()).isEmpty();
        assertThat(look.shown()).as("places whose words some page showed").contains("sentence", "doctor", "patient", "source");
    }

    private void draftIsKept() throws Exception {
        document = rules.words(rules.newest() + 1);
        database.run("insert into rule_set_version (id, name, version, sha256, document, registered_at) values (gen_random_uuid(), ?, ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, now())",
                InertRules.SET, rules.newest() + 1, document, document);
    }
}
