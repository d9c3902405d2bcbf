package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.testing.TestMail;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** My visit in a browser, on the narrowest phone: invited, booked, moved earlier, and nobody else's business. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MyVisitIT {

    @ArquillianResource
    private URL home;

    private static BrowserContext phone() {
        return Browser.window(320, 640, ColorScheme.LIGHT);
    }

    /** A patient who can be written to; the birth date is the same for all of them. */
    private static UUID patient(ServersDatabase database, String family, String language) throws SQLException {
        UUID id = NewId.next();
        database.run("insert into patient (id, given_name, family_name, birth_date, phone, email, language, created_at) values (?, 'Robin', ?, date '1992-02-03', '+1 416 555 0190', ?, ?, now())",
                id, family, address(family), language);
        return id;
    }

    private static String address(String family) {
        return family.toLowerCase(Locale.ROOT) + "@example.org";
    }

    /** The grace is three minutes; the clock is not turned, the letter is. */
    private static void lettersAreDue(ServersDatabase database) throws SQLException {
        database.run("update communication set due_at = now() where status = 'PREPARATION' and kind <> 'REMINDER'");
    }

    @Test
    @DisplayName("T27 invited in French at 320 px: blood, EMG and the talk about the results in one go; the link works once")
    void invitationToBookedTestsWithBloodAndReview() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext desk = Browser.desk(); BrowserContext phone = phone()) {
            UUID patient = patient(database, "Invited" + NewId.next().toString().substring(24), "fr");
            String address = database.one("select email from patient where id = ?", patient);
            SomeVisitors.order(database, patient, "BLOOD", null);
            SomeVisitors.order(database, patient, "EMG", null);
            Page staff = signIn(desk, home, "desk", "reception/replies.xhtml?patient=" + patient);
            PatientSteps.assertAccessible(staff, "reception-replies");
            staff.getByLabel("With a talk about the results afterwards").press("Space");
            staff.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mail an invitation")).click();
            assertThat(staff.getByText("Invited on")).isVisible();
            lettersAreDue(database);
            String link = TestMail.linkSentTo(address, "Choisissez une heure");

            Page page = phone.newPage();
            PatientSteps there = new PatientSteps(page, home).visit(link).visit(link).assertTitle("Depuis votre message").assertAccessible("arrive");
            there.fill("Jour", "3").fill("Mois", "2").fill("Année", "1992").press("Voir les heures").assertTitle("Quoi et comment").assertAccessible("choose");
            there.tick("Quelqu’un m’accompagne").press("Voir les heures").assertTitle("Choisir une heure").assertAccessible("bundles");
            Locator oneVisit = page.locator(".bundle-card").first();
            assertThat(oneVisit.locator(".bundle-legs > li")).hasCount(3);
            oneVisit.getByRole(AriaRole.BUTTON).click();
            there.assertTitle("Vérifier et réserver").assertAccessible("confirm");
            there.press("Garder 10 minutes de plus").assertTitle("Vérifier et réserver").press("Réserver").assertTitle("Réservé").assertAccessible("booked");
            Assertions.assertThat(database.list("select visit_type from appointment where patient_id = ? and status = 'BOOKED' order by starts_at", patient))
                    .containsExactly("BLOOD_DRAW", "EMG", "NEUROLOGY_FOLLOW_UP");
            Assertions.assertThat(database.one("select count(*) from visit_need n join appointment a on a.id = n.appointment_id where a.patient_id = ? and n.companion", patient)).isEqualTo("3");
            there.follow("Se préparer").assertTitle("Mon rendez-vous").assertAccessible("visit");
            page.locator(".checklist button").first().click();
            assertThat(page.locator(".light-done")).hasCount(1);

            lettersAreDue(database);
            TestMail.linkSentTo(address, "Réservé");
            there.visit(link).assertTitle("Depuis votre message");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ce lien a déjà servi"))).isVisible();
            there.visit("patient/arrive.xhtml?link=0123456789abcdef0123456789abcdef");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ce lien n’ouvre rien"))).isVisible();
            there.assertAccessible("arrive-dead");
            String somebodyElses = database.one("select id::text from appointment where patient_id <> ? limit 1", patient);
            Response foreign = page.navigate(home + "patient/visit.xhtml?id=" + somebodyElses);
            Response unknown = page.navigate(home + "patient/visit.xhtml?id=" + NewId.next());
            Assertions.assertThat(foreign.status()).isEqualTo(404).isEqualTo(unknown.status());
        }
    }

    private PatientSteps signedIn(Page page, String address) throws Exception {
        PatientSteps there = new PatientSteps(page, home).visit("patient/code.xhtml").assertTitle("My visit");
        there.fill("E-mail", address).fill("Day", "3").fill("Month", "2").fill("Year", "1992").press("Mail me a code");
        there.fill("Code", TestMail.codeSentTo(address, "Your code")).press("Go on").assertTitle("My visits");
        return there;
    }

    /** On to the times of one doctor on the fourth day from the first free one. */
    private static PatientSteps times(PatientSteps there, Page page) {
        there.follow("Book a visit").assertTitle("What and how").tick("Family doctor (20 min)").press("See the times").assertTitle("Choose a time");
        page.locator(".first-card a").first().click();
        page.locator(".day-list > li > a").nth(3).click();
        return there;
    }

    @Test
    @DisplayName("T2 a lost race keeps every answer; a cancelled visit is one press away for who waits")
    void lostRaceAndOneTapForWhoWaits() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext first = phone(); BrowserContext second = phone()) {
            String quick = address("Quick" + NewId.next().toString().substring(24));
            String slow = address("Slow" + NewId.next().toString().substring(24));
            UUID quickly = patient(database, quick.substring(0, quick.indexOf('@')), "en");
            UUID slowly = patient(database, slow.substring(0, slow.indexOf('@')), "en");
            Page one = first.newPage();
            Page two = second.newPage();
            PatientSteps winner = times(signedIn(one, quick), one);
            PatientSteps loser = times(signedIn(two, slow), two);
            winner.assertAccessible("times");
            String wanted = one.locator(".time-grid button").first().getAttribute("value");
            one.locator("button[value='" + wanted + "']").first().click();
            winner.press("Book this").assertTitle("Booked");
            two.locator("button[value='" + wanted + "']").first().click();
            loser.assertTitle("Error: Choose a time");
            assertThat(two.locator(".notice-title").getByText("Somebody else was faster")).isVisible();
            Locator instead = two.locator(".notice .time-grid button");
            assertThat(instead).hasCount(3);
            loser.assertAccessible("taken");
            instead.last().click();
            loser.press("Book this").assertTitle("Booked").follow("Get ready").press("Tell me about earlier times").assertTitle("My visit");
            String late = database.one("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from appointment where patient_id = ? and status = 'BOOKED'", slowly);
            if (late.compareTo(wanted) < 0) {
                return; // The nearest free time came before the lost one: nothing earlier can be told.
            }
            winner.visit("patient/messages.xhtml").assertTitle("Messages").fill("Your message", "May I bring my daughter?").press("Send").assertAccessible("messages");
            winner.visit("patient/diary.xhtml").assertTitle("Diary").tick("It has spread to other places").press("Write it down").assertAccessible("diary");
            Assertions.assertThat(database.list("select kind from patient_task where patient_id = ? order by kind", quickly)).containsExactly("MESSAGE", "WORSE");
            winner.visit("patient/visits.xhtml").assertTitle("My visits").assertAccessible("visits");
            page404(one, "patient/visit.ics?id=" + database.one("select id::text from appointment where patient_id = ? and status = 'BOOKED'", slowly));
            winner.follow("Family doctor");
            one.locator("summary").filter(new Locator.FilterOptions().setHasText("Call it off")).click();
            winner.tick("I cannot come").press("Call it off").assertTitle("My visit");
            assertThat(one.getByText("You do not need to come").first()).isVisible();
            String link = TestMail.linkSentTo(slow, "Earlier time");
            loser.visit(link).assertTitle("An earlier time").assertAccessible("earlier").press("Take this time");
            assertThat(two.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("It is yours"))).isVisible();
            Assertions.assertThat(database.one("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from appointment where patient_id = ? and status = 'BOOKED'", slowly))
                    .isEqualTo(wanted);
            loser.visit(link).assertTitle("An earlier time");
            assertThat(two.getByText("This time is taken or the offer is over")).isVisible();
            Assertions.assertThat(database.one("select count(*) from communication where patient_id = ? and kind = 'REMINDER' and status = 'PREPARATION'", quickly)).isEqualTo("0");
        }
    }

    private void page404(Page page, String path) {
        Assertions.assertThat(page.request().get(home + path).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("T26 an unknown address reads the same page as a known one, and a wrong code opens nothing")
    void unknownAddressReadsTheSame() throws Exception {
        try (BrowserContext phone = phone()) {
            Page page = phone.newPage();
            PatientSteps there = new PatientSteps(page, home).visit("patient/code.xhtml").assertAccessible("code");
            there.press("Mail me a code").assertTitle("Error: My visit").assertAccessible("code-error");
            there.fill("E-mail", "nobody@example.org").fill("Day", "3").fill("Month", "2").fill("Year", "1992").press("Mail me a code");
            assertThat(page.getByText("If we know this address and birth date")).isVisible();
            there.fill("Code", "123456").press("Go on").assertTitle("Error: My visit").assertAccessible("code-wrong");
            there.visit("patient/visits.xhtml").assertTitle("My visit");
        }
    }

    @Test
    void administratorWordsLettersAndSetsVisits() {
        try (BrowserContext desk = Browser.desk()) {
            Page page = signIn(desk, home, "admin", "admin/letters.xhtml");
            PatientSteps.assertAccessible(page, "admin-letters");
            page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("Come on {date} {weather}");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
            assertThat(page.locator(".error-summary")).containsText("{weather} {link} {visits}");
            page.navigate(home + "admin/visits.xhtml?visit=EMG");
            PatientSteps.assertAccessible(page, "admin-visits");
            page.getByLabel("Reminders, days before").fill("1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
            assertThat(page.locator(".error-summary")).containsText("longer than the time until which patients may change");
        }
    }
}
