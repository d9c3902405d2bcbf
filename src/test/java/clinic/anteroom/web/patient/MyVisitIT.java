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
            there.fill("Jour", "4").fill("Mois", "2").fill("Année", "1992").press("Voir les heures").assertTitle("Erreur\u00a0: Depuis votre message").assertAccessible("arrive-stranger");
            assertThat(page.locator(".error-summary")).containsText("Cette date de naissance ne correspond pas");
            there.fill("Jour", "3").press("Voir les heures").assertTitle("Quoi et comment").assertAccessible("choose");
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
            assertThat(page.locator(".checklist")).containsText("Vous, avant le");
            assertThat(page.locator(".checklist")).containsText("Sinon :");
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

    private PatientSteps withKey(Page page, ServersDatabase database, UUID patient, Words words) throws Exception {
        SomeVisitors.openSession(database, patient, page.context(), home);
        return new PatientSteps(page, home).visit("patient/visits.xhtml?lang=" + words.language).assertTitle(words.get("patient_visits.title"));
    }

    /** On to the times of one doctor on the fourth day from the first free one. */
    private static PatientSteps times(PatientSteps there, Page page, Words words) {
        there.visit("patient/choose.xhtml").assertTitle(words.get("patient_choose.title"));
        page.locator("input[value=FAMILY_DOCTOR]").press("Space");
        there.press(words.get("patient_choose.next")).assertTitle(words.get("patient_times.title"));
        page.locator(".first-card a").first().click();
        page.locator(".day-list > li > a").nth(3).click();
        return there;
    }

    @Test
    @DisplayName("T2 a lost race keeps every answer; a cancelled visit is one press away for who waits")
    void lostRaceAndOneTapForWhoWaits() throws Exception {
        raceWaitAndTake(Words.of("en"));
    }

    @Test
    @DisplayName("T2 the same in French at 320 px")
    void lostRaceAndOneTapForWhoWaitsInFrench() throws Exception {
        raceWaitAndTake(Words.of("fr"));
    }

    private void raceWaitAndTake(Words words) throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext first = phone(); BrowserContext second = phone()) {
            String quick = address("Quick" + NewId.next().toString().substring(24));
            String slow = address("Slow" + NewId.next().toString().substring(24));
            UUID quickly = patient(database, quick.substring(0, quick.indexOf('@')), words.language);
            UUID slowly = patient(database, slow.substring(0, slow.indexOf('@')), words.language);
            Page one = first.newPage();
            Page two = second.newPage();
            PatientSteps winner = times(words.language.equals("en") ? signedIn(one, quick) : withKey(one, database, quickly, words), one, words);
            PatientSteps loser = times(withKey(two, database, slowly, words), two, words);
            winner.assertAccessible("times-" + words.language);
            String wanted = one.locator(".time-grid button").first().getAttribute("value");
            one.locator("button[value='" + wanted + "']").first().click();
            winner.press(words.get("patient_confirm.book")).assertTitle(words.get("patient_booked.title"));
            two.locator("button[value='" + wanted + "']").first().click();
            loser.assertTitle(words.errorOn("patient_times.title"));
            assertThat(two.locator(".notice-title").getByText(words.get("patient_times.taken"))).isVisible();
            Locator instead = two.locator(".notice .time-grid button");
            assertThat(instead).hasCount(3);
            loser.assertAccessible("taken-" + words.language);
            instead.last().click();
            loser.press(words.get("patient_confirm.book")).assertTitle(words.get("patient_booked.title")).follow(words.get("patient_booked.prepare"));
            loser.press(words.get("patient_visit.wait")).assertTitle(words.get("patient_visit.title"));
            Assertions.assertThat(startOf(database, slowly)).as("the first time of a day was lost, so one of the nearest three is later").isGreaterThan(wanted);
            if (words.language.equals("en")) {
                talksToTheClinic(database, winner, quickly);
            }
            page404(one, "patient/visit.ics?id=" + database.one("select id::text from appointment where patient_id = ? and status = 'BOOKED'", slowly));
            othersLeave(database, slowly);
            calledOff(database, winner, one, quickly, words);
            String link = TestMail.linkSentTo(slow, words.subject("offer"));
            loser.visit(link).assertTitle(words.get("patient_earlier.title")).assertAccessible("earlier-" + words.language).press(words.get("patient_earlier.take"));
            assertThat(two.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words.get("patient_earlier.taken")))).isVisible();
            Assertions.assertThat(startOf(database, slowly)).isEqualTo(wanted);
            loser.visit(link).assertTitle(words.get("patient_earlier.title"));
            assertThat(two.getByText(words.get("patient_earlier.gone"))).isVisible();
        }
    }

    /** Three are told at a time: whoever another test has left waiting would be told before. */
    private static void othersLeave(ServersDatabase database, UUID patient) throws SQLException {
        database.run("update wait_list_entry w set status = 'LEFT' from appointment a where a.id = w.appointment_id and w.status = 'WAITING' and a.patient_id <> ?", patient);
    }

    private static String startOf(ServersDatabase database, UUID patient) throws SQLException {
        return database.one("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from appointment where patient_id = ? and status = 'BOOKED'", patient);
    }

    private static void talksToTheClinic(ServersDatabase database, PatientSteps there, UUID patient) throws SQLException {
        there.visit("patient/messages.xhtml").assertTitle("Messages").fill("Your message", "May I bring my daughter?").press("Send").assertAccessible("messages");
        there.visit("patient/diary.xhtml").assertTitle("Diary").tick("It has spread to other places").press("Write it down").assertAccessible("diary");
        Assertions.assertThat(database.list("select kind from patient_task where patient_id = ? order by kind", patient)).containsExactly("MESSAGE", "WORSE");
    }

    /** The visit is called off on its page; its reminders, which waited, leave no more, and the page says so. */
    private static void calledOff(ServersDatabase database, PatientSteps there, Page page, UUID patient, Words words) throws SQLException {
        String reminders = "select count(*) from communication where patient_id = ? and kind = 'REMINDER' and status = '%s'";
        Assertions.assertThat(database.one(reminders.formatted("PREPARATION"), patient)).isNotEqualTo("0");
        there.visit("patient/visits.xhtml").assertTitle(words.get("patient_visits.title")).assertAccessible("visits-" + words.language);
        page.locator("main a[href*='visit.xhtml?id=']").first().click();
        page.locator("summary").filter(new Locator.FilterOptions().setHasText(words.get("patient_visit.cancel_title"))).click();
        page.locator("input[value=PATIENT]").press("Space");
        page.locator("[id='off:cancel']").click();
        there.assertTitle(words.get("patient_visit.title"));
        assertThat(page.getByText(words.get("patient_visit.over_CANCELLED"))).isVisible();
        Assertions.assertThat(database.one(reminders.formatted("PREPARATION"), patient)).isEqualTo("0");
        Assertions.assertThat(database.one(reminders.formatted("COMPLETED"), patient)).isEqualTo("0");
        assertThat(page.locator(".past-list").getByText(words.get("letter.REMINDER") + ": " + words.get("letter_state.STOPPED")).first()).isVisible();
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
