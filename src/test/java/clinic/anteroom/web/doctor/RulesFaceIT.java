package clinic.anteroom.web.doctor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The medical director's pages: a version on its way into force, and one rule switched off. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RulesFaceIT {

    private static final String SET = "submandibular-swelling";
    private static final String IN_FORCE = "select max(version) from rule_set_activation where name = ? and in_force @> now() and signed_off";

    @ArquillianResource
    private URL home;

    @Test
    void aVersionGoesThroughDraftShadowTwoApprovalsAndActivation() throws SQLException {
        try (DoctorAtWork director = new DoctorAtWork(home.toString(), "director");
                DoctorAtWork osei = new DoctorAtWork(home.toString(), "dr.osei");
                DoctorAtWork carvalho = new DoctorAtWork(home.toString(), "dr.carvalho");
                ServersDatabase database = ServersDatabase.open()) {
            int newest = Integer.parseInt(database.one("select max(version) from rule_set_version where name = ?", SET));
            int draft = newest + 1;
            director.at("rules.xhtml").sees("Rules").hand().looksRight("doctor-rules");
            director.at(address(newest, "rules")).isAccessible();
            String rule = director.page().locator("details.rule summary b").first().innerText();

            director.at("rule-edit.xhtml?name=" + SET + "&version=" + newest + "&rule=" + rule).isAccessible();
            String words = director.page().getByLabel("What it says").inputValue() + " Read once more.";
            director.page().getByLabel("What it says").fill(words);
            director.hand().press("Keep as the next draft and check it");
            assertThat(director.page().locator("h1")).hasText("Submandibular swelling, version " + draft, new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setIgnoreCase(true));
            assertThat(director.page().locator(".flag-decision")).containsText("Nothing stands in its way");
            director.isAccessible();
            director.page().locator("tbody a.main-link").first().click();
            director.page().getByText("Sample patient").first().click();
            assertThat(director.page().locator("#sample dd").first()).isVisible();
            director.isAccessible().at(address(draft, "cases")).isAccessible();
            assertThat(director.page().locator("tbody tr").first()).containsText("met");

            director.at(address(draft, "shadow")).isAccessible();
            assertThat(director.page().locator("main")).containsText("past forms run again");
            osei.at(address(draft, "release"));
            assertThat(osei.page().locator("main")).containsText("A medical director does this.");
            director.at(address(draft, "release")).hand().press("Put into shadow");
            assertThat(director.page().locator("main")).containsText("Your part is done.");
            assertThat(director.page().getByText("Approve", new Page.GetByTextOptions().setExact(true))).hasCount(0);
            osei.at(address(draft, "release")).isAccessible().hand().press("Approve");
            assertThat(osei.page().locator("main")).containsText("Your part is done.");
            Assertions.assertThat(database.one("select count(*) from rule_set_approval where name = ? and version = ?", SET, draft)).as("one person counts once").isEqualTo("1");
            Assertions.assertThat(database.list(IN_FORCE, SET)).containsExactly((String) null);
            carvalho.at(address(draft, "release")).hand().press("Approve");
            assertThat(carvalho.page().locator(".page-head .badge")).hasText("Approved");
            director.at(address(draft, "release")).isAccessible().hand().press("Activate");
            assertThat(director.page().locator("main")).containsText("Dr. Maya Osei, Dr. Ines Carvalho");
            Assertions.assertThat(database.one("select lower(in_force) <= now() + interval '5 seconds' and signed_off from rule_set_activation where name = ? and version = ?",
                    SET, draft)).isEqualTo("t");
            director.page().waitForTimeout(1500); // It is in force from a second later.
            director.at(address(draft, "rules"));
            assertThat(director.page().locator(".page-head .badge")).hasText("Active");
            assertThat(director.page().locator("details.rule", new Page.LocatorOptions().setHasText(words)).first()).isVisible();
            Assertions.assertThat(database.one(IN_FORCE, SET)).isEqualTo("" + draft);
        }
    }

    @Test
    void oneRuleIsSwitchedOffAndOnAgainWithItsReason() throws SQLException {
        try (DoctorAtWork director = new DoctorAtWork(home.toString(), "director");
                DoctorAtWork osei = new DoctorAtWork(home.toString(), "dr.osei");
                ServersDatabase database = ServersDatabase.open()) {
            osei.at("ruleset.xhtml?name=" + SET + "&version=1");
            osei.page().locator("details.rule summary").first().click();
            assertThat(osei.page().getByText("Switch off")).hasCount(0);

            director.at("ruleset.xhtml?name=" + SET + "&version=1");
            String rule = director.page().locator("details.rule summary b").first().innerText();
            director.page().locator("details.rule summary").first().click();
            director.page().locator("details.rule").first().getByText("Switch off").first().click();
            director.isAccessible().hand().press("Switch off: " + rule);
            assertThat(director.page().locator(".error-summary")).isVisible();
            director.page().locator("details.rule").first().locator("input[type=text]").fill("Source withdrawn on Monday.");
            director.hand().press("Switch off: " + rule);
            assertThat(director.page().locator("details.rule").first()).containsText("Switched off by Dr. Ruth Adeyemi");
            osei.at("rules.xhtml");
            assertThat(osei.page().locator(".rule-sets")).containsText("Source withdrawn on Monday.");
            Assertions.assertThat(database.list("select off_by || ': ' || reason from rule_switch where rule = ? and on_at is null", rule))
                    .isEqualTo(List.of("director: Source withdrawn on Monday."));
            director.page().locator("details.rule summary").first().click();
            director.hand().press("Switch on again: " + rule);
            assertThat(director.page().locator("details.rule").first()).not().containsText("Switched off by");
            Assertions.assertThat(database.list("select rule from rule_switch where rule = ? and on_at is null", rule)).isEmpty();
        }
    }

    private static String address(int version, String part) {
        return "ruleset.xhtml?name=" + SET + "&version=" + version + "&part=" + part;
    }
}
