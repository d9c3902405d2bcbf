package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the clinic asks before a time is chosen, in French at 320 px, and a parent who answers, books, moves and calls off for a child. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VisitQuestionsIT {

    private static final Words FRENCH = Words.of("fr");

    @ArquillianResource
    private URL home;

    private static BrowserContext phone() {
        return Browser.window(320, 640, ColorScheme.LIGHT);
    }

    /** A kind of visit like the family doctor's that patients book freely; returns its code. */
    private static String kind(Page office, URL home, ServersDatabase database) throws SQLException {
        String name = "Asked visit " + NewId.next().toString().substring(24).replaceAll("[0-9]", "x");
        office.navigate(home + "admin/visit-new.xhtml");
        office.getByLabel("Name").fill(name);
        office.getByLabel("Like").selectOption("FAMILY_DOCTOR");
        press(office, "Add it");
        office.getByLabel("Patients may book it without an invitation").press("Space");
        press(office, "Save");
        office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Questions before booking")).click();
        assertThat(office.getByText("Nothing is asked for this kind of visit.")).isVisible();
        return database.one("select code from visit_type where name = ? and patients_may_book", name);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void add(Page office, String what, String english, String french) {
        office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(what)).click();
        office.getByLabel("Question in English").fill(english);
        office.getByLabel("Question in French").fill(french);
    }

    private static void effect(Page office, int row, String does, String english, String french) {
        office.getByLabel("What it does").nth(row).selectOption(does);
        office.getByLabel("What the patient reads in English").nth(row).fill(english);
        office.getByLabel("What the patient reads in French").nth(row).fill(french);
    }

    /** Two that need an answer, one that does not; what is missing in a language is refused beside its field. */
    private static void threeQuestions(Page office) {
        add(office, "Add yes or no", "Do you have a fever?", "Avez-vous de la fièvre?");
        office.getByLabel("What it does").first().selectOption("CALL");
        press(office, "Save");
        PatientSteps.assertAccessible(office, "admin-questions-error");
        assertThat(office.locator("#wordsEn-0-error")).containsText("Type from 3 to 500 characters.");
        effect(office, 0, "CALL", "We see you in another room.", "Nous vous verrons dans une autre salle.");
        press(office, "Preview");
        assertThat(office.locator(".question-seen[lang=fr]")).containsText("Avez-vous de la fièvre?");
        assertThat(office.locator(".question-seen[lang=en]")).containsText("We see you in another room.");
        PatientSteps.assertAccessible(office, "admin-questions-preview");
        press(office, "Save");
        add(office, "Add a choice", "How do you come?", "Comment venez-vous?");
        office.getByLabel("In English", new Page.GetByLabelOptions().setExact(true)).nth(0).fill("On foot");
        office.getByLabel("In French", new Page.GetByLabelOptions().setExact(true)).nth(0).fill("À pied");
        office.getByLabel("In English", new Page.GetByLabelOptions().setExact(true)).nth(2).fill("By car");
        office.getByLabel("In French", new Page.GetByLabelOptions().setExact(true)).nth(2).fill("En voiture");
        effect(office, 2, "WARN", "Come ten minutes early.", "Venez dix minutes plus tôt.");
        press(office, "Save");
        add(office, "Add a short text", "What matters most?", "Qu’est-ce qui compte le plus?");
        office.getByLabel("Nobody books without an answer").press("Space");
        press(office, "Save");
        assertThat(office.getByText("Patients are asked from now on.")).isVisible();
        PatientSteps.assertAccessible(office, "admin-questions");
    }

    private PatientSteps signedIn(Page page, ServersDatabase database, UUID patient) throws Exception {
        SomeVisitors.openSession(database, patient, page.context(), home);
        return new PatientSteps(page, home).visit("patient/visits.xhtml?lang=fr").assertTitle(FRENCH.get("patient_visits.title"));
    }

    private static PatientSteps choose(PatientSteps there, Page page, String kind) {
        there.visit("patient/choose.xhtml").assertTitle(FRENCH.get("patient_choose.title"));
        page.locator("input[value=" + kind + "]").press("Space");
        return there.press(FRENCH.get("patient_choose.next")).assertTitle(FRENCH.get("patient_asked.title"));
    }

    private static PatientSteps goOn(PatientSteps there) {
        return there.press(FRENCH.get("patient_choose.next"));
    }

    /** A minute that another patient held meanwhile. */
    private static void loseARace(ServersDatabase database, Page page) throws SQLException {
        String wanted = page.locator(".time-grid button").first().getAttribute("value");
        String resources = database.one("select string_agg(resource_id::text, ' ') from (select distinct r.id as resource_id from practitioner r) p");
        UUID other = SomeVisitors.visit(database, SomeVisitors.patient(database, "Faster", LocalDate.of(1980, 2, 3)), "FAMILY_DOCTOR", java.time.Instant.parse(wanted));
        database.run("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live) select gen_random_uuid(), ?, 1, cast(one as uuid), 1, "
                + "tstzrange(?::timestamptz, ?::timestamptz + interval '20 minutes'), true from unnest(string_to_array(?, ' ')) as one on conflict do nothing", other, wanted, wanted, resources);
        page.locator("button[value='" + wanted + "']").first().click();
    }

    @Test
    @DisplayName("questions of a kind of visit: asked before the times, warned, stopped, kept on a lost race, seen by desk and doctor")
    void questionsBeforeTheTimes() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext desk = Browser.desk(); BrowserContext doctor = Browser.desk(); BrowserContext front = Browser.desk();
             BrowserContext phone = phone()) {
            Page office = signIn(desk, home, "admin", "admin/visits.xhtml");
            String kind = kind(office, home, database);
            threeQuestions(office);
            UUID patient = SomeVisitors.patient(database, "Answers", LocalDate.of(1992, 2, 3));
            Page page = phone.newPage();
            PatientSteps there = choose(signedIn(page, database, patient), page, kind).assertAccessible("asked");
            goOn(there).assertTitle(FRENCH.errorOn("patient_asked.title")).assertAccessible("asked-error");
            assertThat(page.locator(".field-error")).hasCount(2);
            there.tick("Oui").tick("En voiture").fill("Qu’est-ce qui compte le plus?", "Mon genou");
            goOn(there).assertTitle(FRENCH.get("patient_asked.title")).assertAccessible("asked-call");
            assertThat(page.locator("[role=alert]")).containsText("Nous vous verrons dans une autre salle.");
            there.visit("patient/times.xhtml").assertTitle(FRENCH.get("patient_asked.title"));
            assertThat(page.getByLabel("Qu’est-ce qui compte le plus?")).hasValue("Mon genou");
            there.tick("Non");
            goOn(there).assertTitle(FRENCH.get("patient_asked.title")).assertAccessible("asked-warn");
            assertThat(page.locator("[role=alert]")).containsText("Venez dix minutes plus tôt.");
            goOn(there).assertTitle(FRENCH.get("patient_times.title"));
            page.locator(".day-list > li > a").nth(2).click();
            loseARace(database, page);
            there.assertTitle(FRENCH.errorOn("patient_times.title"));
            page.locator(".notice .time-grid button").first().click();
            there.assertTitle(FRENCH.get("patient_confirm.title")).assertAccessible("confirm-asked");
            assertThat(page.locator(".asked")).containsText("Mon genou");
            there.tick(FRENCH.get("patient_confirm.wait")).press(FRENCH.get("patient_confirm.book")).assertTitle(FRENCH.get("patient_booked.title"));
            Assertions.assertThat(database.one("select count(*) from wait_list_entry w join appointment a on a.id = w.appointment_id where a.patient_id = ? and w.status = 'WAITING'", patient)).isEqualTo("1");
            UUID visit = UUID.fromString(database.one("select id::text from appointment where patient_id = ? and status = 'BOOKED'", patient));
            Assertions.assertThat(database.list("select coalesce(a.option_code, a.words) from visit_question_answer a join visit_question q on q.id = a.question_id where a.appointment_id = ? order by q.position", visit))
                    .containsExactly("NO", "O3", "Mon genou");
            Page staff = signIn(front, home, "desk", "reception/visit.xhtml?id=" + visit);
            staff.getByText("Questions of the visit (3 / 3)").click();
            assertThat(staff.locator(".answers-part")).containsText("By car");
            PatientSteps.assertAccessible(staff, "reception-visit-answers");
            Page today = signIn(doctor, home, "dr.osei", "doctor/today.xhtml?date=" + database.one("select wall_start::date::text from appointment where id = ?", visit));
            today.locator("tr", new Page.LocatorOptions().setHasText("Answers")).getByText("Questions of the visit (3 / 3)").click();
            assertThat(today.locator("tr", new Page.LocatorOptions().setHasText("Answers")).locator(".answers-part")).containsText("Mon genou");
            changesItsMind(database, there, page, visit);
            office.locator(".main-link", new Page.LocatorOptions().setHasText("How do you come?")).click();
            office.getByLabel("Question in English").fill("How do you travel?");
            press(office, "Save");
            there.visit("patient/visit.xhtml?id=" + visit).press(FRENCH.get("patient_visit.move")).assertTitle(FRENCH.get("patient_asked.title"));
            database.run("update visit_type set active = false where code = ?", kind);
        }
    }

    /** A later yes is kept, the desk is told, and the patient reads the phone number. */
    private static void changesItsMind(ServersDatabase database, PatientSteps there, Page page, UUID visit) throws SQLException {
        there.visit("patient/visit.xhtml?id=" + visit).assertTitle(FRENCH.get("patient_visit.title")).assertAccessible("visit-answers");
        there.follow(FRENCH.get("patient_asked.change")).assertTitle(FRENCH.get("patient_asked.title")).tick("Oui").tick("À pied").press(FRENCH.get("patient_asked.save"));
        there.assertTitle(FRENCH.get("patient_visit.title"));
        assertThat(page.locator(".asked")).containsText("Nous vous verrons dans une autre salle.");
        Assertions.assertThat(database.list("select kind from patient_task where appointment_id = ?", visit)).containsExactly("VISIT_ANSWER");
        there.follow(FRENCH.get("patient_asked.change")).tick("Non").press(FRENCH.get("patient_asked.save")).assertTitle(FRENCH.get("patient_visit.title"));
        Assertions.assertThat(database.one("select count(*) from visit_question_answer where appointment_id = ?", visit)).as("rows are added").isEqualTo("6");
    }

    @Test
    @DisplayName("T28 in French at 320 px a parent books, moves and calls off for a child by recorded authority; the trail names the parent each time")
    void parentInFrench() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext phone = phone()) {
            UUID parent = SomeVisitors.patient(database, "Parent", LocalDate.of(1985, 2, 3));
            UUID child = SomeVisitors.patient(database, "Enfant", LocalDate.now().minusYears(9));
            String family = database.one("select family_name from patient where id = ?", child);
            database.run("insert into related_person (id, carer_id, patient_id, given_name, family_name, birth_date, relation, asked_at, status, scope, proof, confirmed_by, confirmed_at, ends_at) "
                    + "select ?, ?, id, given_name, family_name, birth_date, 'PARENT', now(), 'ACTIVE', 'VISITS', 'BIRTH_CERTIFICATE', 'desk', now(), now() + interval '1 year' from patient where id = ?",
                    NewId.next(), parent, child);
            Page page = phone.newPage();
            PatientSteps there = signedIn(page, database, parent).visit("patient/family.xhtml").assertTitle(FRENCH.get("patient_family.title")).assertAccessible("family-fr");
            there.press(FRENCH.get("patient_family.open") + " Robin " + family).assertTitle(FRENCH.get("patient_visits.title")).assertAccessible("acting-fr");
            assertThat(page.locator(".acting")).containsText("Robin " + family);
            there.visit("patient/choose.xhtml").assertTitle(FRENCH.get("patient_choose.title"));
            page.locator("input[value=FAMILY_DOCTOR]").press("Space");
            there.press(FRENCH.get("patient_choose.next")).assertTitle(FRENCH.get("patient_times.title"));
            page.locator(".day-list > li > a").nth(3).click();
            page.locator(".time-grid button").first().click();
            there.assertTitle(FRENCH.get("patient_confirm.title")).press(FRENCH.get("patient_confirm.book")).assertTitle(FRENCH.get("patient_booked.title"));
            String start = "select starts_at::text from appointment where patient_id = ? and status = 'BOOKED'";
            String first = database.one(start, child);
            there.follow(FRENCH.get("patient_booked.prepare")).assertTitle(FRENCH.get("patient_visit.title")).press(FRENCH.get("patient_visit.move")).assertTitle(FRENCH.get("patient_times.title"));
            assertThat(page.locator(".acting")).containsText("Robin " + family);
            Assertions.assertThat(database.one(start, child)).as("kept until another is taken").isEqualTo(first);
            page.locator(".day-list > li > a").nth(4).click();
            page.locator(".time-grid button").last().click();
            there.assertTitle(FRENCH.get("patient_booked.title"));
            assertThat(page.getByText(FRENCH.get("patient_booked.moved"))).isVisible();
            Assertions.assertThat(database.one(start, child)).isNotEqualTo(first);
            there.visit("patient/visits.xhtml");
            page.locator("main a[href*='visit.xhtml?id=']").first().click();
            page.locator("summary").filter(new Locator.FilterOptions().setHasText(FRENCH.get("patient_visit.cancel_title"))).click();
            page.locator("input[value=PATIENT]").press("Space");
            page.locator("[id='off:cancel']").click();
            assertThat(page.getByText(FRENCH.get("patient_visit.over_CANCELLED"))).isVisible();
            Assertions.assertThat(database.one("select string_agg(status, ' ') from appointment where patient_id = ?", child)).isEqualTo("CANCELLED");
            Assertions.assertThat(database.one("select count(*) from appointment where patient_id = ?", parent)).as("nothing for the parent").isEqualTo("0");
            Assertions.assertThat(database.one("select count(*) from audit_event where agent = 'CARER' and carer_id = ? and patient_id = ? and entity = 'Appointment' and action in ('CREATE', 'UPDATE')", parent, child))
                    .as("held, booked, moved, called off").matches("[4-9]|\\d\\d");
            Assertions.assertThat(database.one("select count(*) from audit_event where patient_id = ? and entity = 'Appointment' and action <> 'VIEW' and carer_id is null and agent <> 'CARER'", child))
                    .as("nobody else did anything").isEqualTo("0");
        }
    }
}
