package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each complaint besides muscle twitching, chosen on a phone, filled in and sent; the doctor reads what it is about. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ComplaintsFaceIT {

    private static final Map<String, List<String>> OPENING = Map.of("TW-Q04", List.of("NONE"), "TW-Q01", List.of("SELF"),
            "TW-Q02", List.of("34"), "TW-Q03", List.of("MALE"), "TW-Q50", List.of("NONE"));

    @ArquillianResource
    private URL home;

    private BrowserContext phone;
    private Page page;
    private Hand patient;

    @BeforeEach
    void openPhone() {
        phone = Browser.phone();
        page = phone.newPage();
        patient = new Hand(page, home.toString());
    }

    @AfterEach
    void closePhone() {
        phone.close();
    }

    @Test
    void startListsEveryComplaintAndASearchHidesNone() {
        patient.open("patient/start.xhtml").sees("What is wrong?").looksRight("complaints-1-start");
        assertThat(complaints()).hasCount(6);
        assertThat(complaints().first()).containsText("Muscle twitching");
        page.getByLabel("Search, for example").fill("faint");
        patient.press("Search").looksRight("complaints-2-found");
        Assertions.assertThat(page.url()).as("what somebody suffers from stands in no address").endsWith("/patient/start.xhtml");
        assertThat(page.locator(".complaints").first().locator(".complaint")).hasCount(1);
        assertThat(complaints().first()).containsText("Passing out");
        assertThat(complaints()).hasCount(6);
        page.getByLabel("Search, for example").fill("\"><b>xyz");
        patient.press("Search");
        assertThat(page.getByText("Nothing here fits")).isVisible();
        assertThat(complaints()).hasCount(6);
        assertThat(page.getByLabel("Search, for example")).hasValue("\"><b>xyz");
    }

    @Test
    void anUnknownComplaintLeadsBackToTheStart() {
        patient.open("patient/question.xhtml?begin=new&about=nonsense").sees("What is wrong?");
        patient.open("patient/question.xhtml?begin=new").sees("What is wrong?");
    }

    @Test
    void swollenGland() {
        tells("Swollen gland under the jaw", Map.ofEntries(entry("SA-Q01", List.of("NONE")), entry("SA-Q02", List.of("UNDER_JAW_R")),
                entry("SA-Q03", List.of("GT_3W")), entry("SA-Q04", List.of("NO")), entry("SA-Q05", List.of("2")),
                entry("SA-Q06", List.of("HARD")), entry("SA-Q07", List.of("NONE")), entry("SA-Q08", List.of("NONE")),
                entry("SA-Q09", List.of("NONE")), entry("SA-Q11", List.of("NONE")), entry("SA-Q12", List.of("NONE")),
                entry("SA-Q13", List.of("ANTIBIOTIC")), entry("SA-Q13.ANTIBIOTIC_DAYS", List.of("7")),
                entry("SA-Q13.ANTIBIOTIC", List.of("NO_CHANGE"))), "See a doctor within 2 weeks");
    }

    @Test
    void passingOut() {
        String reference = tells("Passing out, or nearly", Map.ofEntries(entry("PR-Q01", List.of("NONE")),
                entry("PR-Q02", List.of("NEARLY")), entry("PR-Q03", List.of("DURING_EXERCISE")), entry("PR-Q04", List.of("PALPITATIONS")),
                entry("PR-Q05", List.of("WITH_EXERCISE")), entry("PR-Q06", List.of("FIRST")), entry("PR-Q06.COUNT", List.of("1")),
                entry("PR-Q08", List.of("NONE")), entry("PR-Q09", List.of("NO")), entry("PR-Q10", List.of("NONE")),
                entry("PR-Q11", List.of("2")), entry("PR-Q12", List.of("NONE")), entry("PR-Q13", List.of("DRIVE"))),
                "Speak to a clinician today");
        assertThat(page.getByText("do not drive, do not work at heights")).isVisible();
        try (BrowserContext desk = Browser.desk()) {
            Hand doctor = new Hand(desk.newPage(), home.toString()).signIn("dr.osei", "doctor/worklist.xhtml").sees("Worklist");
            Locator row = doctor.page().locator("tr", new Page.LocatorOptions().setHasText(reference));
            assertThat(row).containsText("Passing out, or nearly");
            row.getByRole(AriaRole.LINK).first().click();
            assertThat(doctor.page().locator(".identity")).containsText("Passing out, or nearly");
            assertThat(doctor.page().getByText("ECG today")).isVisible();
            doctor.looksRight("complaints-4-review");
        }
    }

    @Test
    void smellAfterCovid() {
        tells("Smell changed or lost", Map.ofEntries(entry("SM-Q01", List.of("NONE")), entry("SM-Q02", List.of("W2_12")),
                entry("SM-Q02.HOW", List.of("SUDDEN")), entry("SM-Q03", List.of("COVID_TESTED")), entry("SM-Q04", List.of("NO_SMELL")),
                entry("SM-Q06", List.of("NONE")), entry("SM-Q07", List.of("NONE")), entry("SM-Q09", List.of("SAME")),
                entry("SM-Q10", List.of("NONE")), entry("SM-Q11", List.of("NO")), entry("SM-Q12", List.of("NONE"))),
                "Look after it at home");
        assertThat(page.getByText("Fit smoke and gas alarms").first()).isVisible();
    }

    @Test
    void bleedingAndClotting() {
        tells("Bleeding, bruising or blood clots", Map.ofEntries(entry("CL-Q01", List.of("NONE")),
                entry("CL-Q02", List.of("SWOLLEN_LIMB")), entry("CL-Q03", List.of("LEG_L")), entry("CL-Q03.SINCE", List.of("D1_3")),
                entry("CL-Q04", List.of("CALF_BIGGER")), entry("CL-Q05", List.of("FLIGHT_OVER_4H")), entry("CL-Q06", List.of("NONE")),
                entry("CL-Q07", List.of("NONE")), entry("CL-Q08", List.of("NONE")), entry("CL-Q10", List.of("NONE")),
                entry("CL-Q11", List.of("NONE")), entry("CL-Q12", List.of("NONE"))), "Speak to a clinician today");
    }

    @Test
    void bellyButtonPain() {
        tells("Pain at the belly button", Map.ofEntries(entry("BB-Q01", List.of("NONE")), entry("BB-Q02", List.of("GT_2W")),
                entry("BB-Q03", List.of("SHARP", "PULLING")), entry("BB-Q04", List.of("STAYS_AT_NAVEL")),
                entry("BB-Q05", List.of("STRETCH_TWIST")), entry("BB-Q06", List.of("3")), entry("BB-Q07", List.of("NONE")),
                entry("BB-Q08", List.of("NO")), entry("BB-Q09", List.of("NONE")), entry("BB-Q12", List.of("NONE")),
                entry("BB-Q13", List.of("NONE")), entry("BB-Q14", List.of("NONE"))), "Book a visit");
    }

    @Test
    void ownEmergencyPageStopsTheForm() {
        patient.open("patient/start.xhtml").press("Swollen gland under the jaw").sees("Before we start: is this an emergency?");
        page.getByLabel("None of these").press("Space");
        patient.press("Save and go on").sees("Your form, page 2").looksRight("complaints-3-emergency-list");
        page.getByLabel("Hard to breathe").first().press("Space");
        patient.press("Save and go on").sees("Get emergency help now");
        assertThat(page.getByText("Swelling here can block your breathing")).isVisible();
    }

    /** Chooses, answers, sends; gives the reference the patient was given. */
    private String tells(String title, Map<String, List<String>> answers, String urgency) {
        patient.open("patient/start.xhtml").press(title).sees("Before we start: is this an emergency?");
        Map<String, List<String>> all = new HashMap<>(OPENING);
        all.putAll(answers);
        patient.fillIn(all).sees("Check your answers").follow("My answers are right");
        LocalDate born = LocalDate.now(ZoneId.of("America/Toronto")).minusYears(34).minusDays(40);
        patient.type("Given name", "Robin").type("Family name", "Lane").type("Day", "" + born.getDayOfMonth())
                .type("Month", "" + born.getMonthValue()).type("Year", "" + born.getYear()).type("Phone", "416 555 0199");
        page.getByLabel("I agree").first().press("Space");
        patient.press("Send to the clinic").sees("We have your answers");
        assertThat(page.locator(".sent")).containsText(title);
        assertThat(page.getByText(urgency).first()).isVisible();
        return page.locator(".sent b").first().innerText();
    }

    private Locator complaints() {
        return page.locator(".complaint");
    }
}
