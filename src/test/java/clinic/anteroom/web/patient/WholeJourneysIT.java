package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.TestMail;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From the first page to the reference, each time with something in the way. Each complaint without anything in the way is
 * in {@link ComplaintsFaceIT} and {@link PatientFaceIT}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WholeJourneysIT {

    @ArquillianResource
    private URL home;

    private BrowserContext phone;
    private Page page;
    private PatientSteps patient;

    @BeforeEach
    void openPhone() {
        phone = Browser.window(320, 640, ColorScheme.LIGHT);
        page = phone.newPage();
        patient = new PatientSteps(page, home);
    }

    @AfterEach
    void closePhone() {
        phone.close();
    }

    @Test
    @DisplayName("T48 a form is chosen, filled in and sent by keyboard alone")
    void byKeyboardAlone() {
        Keyboard keys = new Keyboard(page);
        patient.visit("patient/start.xhtml").assertTitle("What is wrong?");
        keys.to("Smell changed or lost").press("Enter");
        patient.assertTitle("Before we start: is this an emergency?");
        for (int i = 0; i < 60 && page.url().contains("/patient/question.xhtml"); i++) {
            keys.answerPage();
        }
        patient.assertTitle("How we can reach and help you");
        keys.to("I cannot write well: my hands shake or are weak").press("Space").to("Save and go on").press("Enter");
        patient.assertTitle("Check your answers");
        keys.to("My answers are right").press("Enter");
        patient.assertTitle("Who you are");
        Map<String, String> contact = new LinkedHashMap<>();
        contact.put("Given name", "Robin");
        contact.put("Family name", "Keys");
        contact.put("Day", "1");
        contact.put("Month", "1");
        contact.put("Year", Integer.toString(java.time.Year.now().getValue() - 34));
        contact.put("Phone", "416 555 0101");
        keys.type(contact).to("I agree").press("Space").to("Send to the clinic").press("Enter");
        patient.assertTitle("We have your answers");
        assertDoctorReads("Robin Keys", "Cannot write");
    }

    @Test
    @DisplayName("T44 T48 on a small screen every page of a form fits and has no fault")
    void onASmallScreenEveryPageFitsAndHasNoFault() {
        patient.begin("submandibular-swelling").answerTheRestHarmlessly(shown -> PatientSteps.assertAccessible(shown, "small-" + shown.url().replaceAll(".*page=", "")));
        patient.assertAccessible("small-check").visit("patient/contact.xhtml").assertAccessible("small-contact");
        patient.sendIn("Small", "416 555 0102", "").assertAccessible("small-sent");
    }

    @Test
    void aCarerAnswersForSomebody() {
        patient.begin("smell-after-covid").tick("None of these").goOn().tick("None of these").goOn();
        patient.tick("A carer or somebody else").fill("How old are you (the patient)?", "81").goOn().answerTheRestHarmlessly();
        patient.visit("patient/contact.xhtml").fill("Given name", "Ada").fill("Family name", "Cared").fill("Day", "1").fill("Month", "1")
                .fill("Year", Integer.toString(java.time.Year.now().getValue() - 81)).fill("Phone", "416 555 0103").tick("I agree").press("Send to the clinic");
        patient.assertTitle("We have your answers");
        assertDoctorReads("Ada Cared", "A carer or somebody else");
    }

    @Test
    void anEmergencyInMidFormWasAMistake() {
        patient.begin("bleeding-clotting").tick("None of these").goOn().tick("Coughing up blood").goOn().assertTitle("Get emergency help now");
        patient.assertAccessible("mid-form-emergency").fill("Add something for the clinic", "It was in 2009.").press("Add it").press("I chose this by mistake");
        patient.open("page.urgent").tick("Coughing up blood").tick("None of these").press("Save and go on");
        patient.visit(PatientSteps.question("bleeding-clotting", "page.who")).answerTheRestHarmlessly().sendIn("Mistaken", "416 555 0104", "");
        try (BrowserContext desk = Browser.desk()) {
            Page calls = signIn(desk, home, "desk", "reception/alerts.xhtml");
            assertThat(calls.getByText("The patient said the answer was a mistake").first()).isVisible();
        }
    }

    @Test
    void begunOnThePhoneAndSentFromATablet() throws InterruptedException {
        patient.begin("smell-after-covid").tick("None of these").goOn().tick("None of these").goOn().follow("Finish later");
        patient.fill("E-mail", "tablet@example.org").fill("Day", "3").fill("Month", "2").fill("Year", "1992").press("Mail me the link");
        patient.assertTitle("Your answers are saved");
        String link = TestMail.linkSentTo("tablet@example.org");
        try (BrowserContext tablet = Browser.window(820, 1180, ColorScheme.LIGHT)) {
            PatientSteps there = new PatientSteps(tablet.newPage(), home).visit(link);
            there.fill("Day", "3").fill("Month", "2").fill("Year", "1992").press("Open the form").assertTitle("About the patient");
            there.answerTheRestHarmlessly().sendIn("Tablet", "416 555 0105", "");
        }
        patient.visit("patient/check.xhtml").assertTitle("What is wrong?");
    }

    @Test
    @DisplayName("T50 in French from the first page to the letter")
    void inFrenchFromTheFirstPageToTheLetter() throws Exception {
        AnyLanguage french = new AnyLanguage(page, home).open("patient/start.xhtml?lang=fr").reads("Qu\u2019est-ce qui ne va pas?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Odorat chang\u00e9 ou perdu")).click();
        french.reads("est-ce une urgence?").tick("NONE").goOn().tick("NONE").goOn().tick("SELF").type("number", "34").goOn().answerTheRestHarmlessly();
        french.reads("V\u00e9rifiez vos r\u00e9ponses").reads("34 ans").sendIn("Fran\u00e7aise", "francaise@example.org").reads("Nous avons re\u00e7u vos r\u00e9ponses");
        assertThat(page.locator("main")).not().containsText(java.util.regex.Pattern.compile("\\b(the|your|and)\\b"));
        TestMail.linkSentTo("francaise@example.org", "Votre formulaire");
        french.open("patient/start.xhtml").reads("Qu\u2019est-ce qui ne va pas?");
        try (BrowserContext desk = Browser.desk()) {
            Page review = review(desk, "Robin Fran\u00e7aise");
            assertThat(review.locator(".answers").getByText("How old are you (the patient)?")).isVisible();
            assertThat(review.locator(".answers .seen").getByText("Quel \u00e2ge avez-vous (le patient)?")).isVisible();
        }
    }

    @Test
    void aContradictionIsMendedBeforeItIsSent() {
        patient.begin().tick("None of these").goOn().open("page.strength").tick("No").say("A foot drags or slaps when I walk", "Yes").goOn();
        patient.assertTitle("Check your answers");
        Locator notice = page.locator(".notice", new Page.LocatorOptions().setHasText("do not seem to fit together"));
        notice.getByRole(AriaRole.LINK).first().click();
        patient.tick("Yes, I cannot do things I could do before").goOn().assertTitle("Check your answers");
        assertThat(notice).hasCount(0);
        patient.sendIn("Mended", "416 555 0106", "");
        assertDoctorReads("Robin Mended", "Yes, I cannot do things I could do before");
    }

    @Test
    void aRedFlagLeftOutIsUnknownToTheDoctorAndNeverANo() {
        patient.begin().tick("None of these").goOn().fill("How old are you (the patient)?", "34").goOn().visit("patient/check.xhtml");
        assertThat(page.getByText("You left these out")).isVisible();
        patient.sendIn("Skipper", "416 555 0107", "").press("Please call me");
        assertThat(page.getByText("You asked for a call")).isVisible();
        try (BrowserContext desk = Browser.desk()) {
            Page calls = signIn(desk, home, "desk", "reception/alerts.xhtml");
            assertThat(calls.locator("tbody tr", new Page.LocatorOptions().setHasText("Robin Skipper"))).containsText("Wants a call: safety questions are open");
        }
        try (BrowserContext desk = Browser.desk()) {
            Page review = review(desk, "Robin Skipper");
            Locator speech = review.locator("tr, li, div").filter(new Locator.FilterOptions().setHasText("Is there trouble with speech, swallowing or chewing?")).last();
            assertThat(speech).containsText("No answer");
            assertThat(review.getByText("Could not be ruled out from").or(review.getByText("Not answered:")).first()).isVisible();
        }
    }

    private void assertDoctorReads(String name, String words) {
        try (BrowserContext desk = Browser.desk()) {
            assertThat(review(desk, name).getByText(words).first()).isVisible();
        }
    }

    private Page review(BrowserContext desk, String name) {
        Page list = signIn(desk, home, "dr.osei", "doctor/worklist.xhtml?folder=all");
        list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
        assertThat(list.locator(".identity")).containsText(name);
        return list;
    }
}
