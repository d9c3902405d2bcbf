package clinic.anteroom.web.privacy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.TestMail;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import java.net.URL;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Locks, broken glass and the trail, walked through the doors of those who work here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PrivacyIT {

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private String family;
    private UUID form;
    private UUID patient;

    @BeforeEach
    void oneCase() throws SQLException {
        database = ServersDatabase.open();
        family = "Boxbearer" + NewId.next().toString().substring(28);
        form = new SomeCases(database).weakArm("Lotte", family);
        patient = UUID.fromString(database.one("select patient_id from questionnaire_response where id = ?", form));
    }

    @AfterEach
    void unlock() throws SQLException {
        database.run("delete from glass_break");
        database.run("delete from consent_lock");
        database.close();
    }

    @Test
    @DisplayName("T39 T38 a locked record is in no list, search or page of who it is locked for; a broken glass opens it and is told")
    void aLockHoldsUntilTheGlassIsBroken() throws Exception {
        database.run("update staff_account set mail = 'officer@clinic.example.org' where username = 'privacy'");
        try (BrowserContext officers = Browser.desk(); BrowserContext oseis = Browser.desk(); BrowserContext carvalhos = Browser.desk()) {
            Hand officer = hand(officers).signIn("privacy", "privacy/locks.xhtml?patient=" + patient).sees("Locks");
            officer.looksRight("privacy-locks");
            officer.page().getByLabel("For whom").selectOption("PERSON dr.osei");
            officer.type("What the patient signed", "Paper of 26 November").press("Lock");
            assertThat(officer.page().locator("main")).containsText("The whole record for dr.osei");

            Hand osei = hand(oseis).signIn("dr.osei", "doctor/worklist.xhtml?folder=NEW&search=" + family).sees("Worklist");
            assertThat(osei.page().locator("[data-row]")).hasCount(0);
            assertThat(osei.page().locator("main")).containsText("Some information is locked for you");
            osei.open("doctor/review.xhtml?case=" + form).sees("Page not found");
            Hand carvalho = hand(carvalhos).signIn("dr.carvalho", "doctor/review.xhtml?case=" + form).sees("Case " + SomeCases.reference(form));

            osei.open("doctor/locked.xhtml").sees("Locked information").press("Look for one hour");
            osei.looksRight("doctor-locked-error");
            osei.type("Given name", "Lotte").type("Family name", family).type("Birth date", database.one("select birth_date::text from patient where id = ?", patient))
                    .type("Why you have to look", "Found unconscious in the waiting room").press("Look for one hour");
            assertThat(osei.page().locator("main")).containsText("for one hour");
            Assertions.assertThat(TestMail.wholeMailTo("officer@clinic.example.org")).contains("looked behind a lock").doesNotContain(family, "Lotte", "osei", "unconscious");
            osei.open("doctor/review.xhtml?case=" + form).sees("Case " + SomeCases.reference(form));
            Assertions.assertThat(database.list("select distinct reason from audit_event where patient_id = ? and agent = 'dr.osei' and entity <> 'Lock' and outcome <> 'DENIED'", patient)).containsExactly("BTG");

            officer.open("privacy/locks.xhtml").sees("Locks").looksRight("privacy-broken");
            assertThat(officer.page().locator("main")).containsText("Found unconscious in the waiting room");
            officer.open("privacy/start.xhtml?patient=" + patient).looksRight("privacy-looked");
            assertThat(officer.page().locator("main")).containsText("Dr. Ines Carvalho");
            assertThat(officer.page().locator("main")).containsText("Behind a lock");
            Assertions.assertThat(officer.page().title() + officer.page().url()).doesNotContain("Boxbearer");
            officer.open("privacy/touched.xhtml?account=dr.carvalho&from=&to=").sees("Whose records were touched");
            assertThat(officer.page().locator("main")).containsText("Lotte " + family);
            officer.open("privacy/seals.xhtml").sees("Seals of the trail").press("Check now");
            assertThat(officer.page().locator("main")).containsText("All seals fit");
            officer.looksRight("privacy-seals");
            carvalho.open("doctor/worklist.xhtml?folder=NEW&search=");
            osei.open("doctor/worklist.xhtml?folder=NEW&search=");
        }
    }

    @Test
    @DisplayName("T42 the officer says why, reads the whole record in the patient's words and takes it along as a bundle")
    void theWholeRecordIsHandedOut() throws Exception {
        try (BrowserContext window = Browser.desk()) {
            Hand officer = hand(window).signIn("privacy", "privacy/start.xhtml?patient=" + patient).sees("Privacy").follow("Whole record").sees("Whole record");
            assertThat(officer.page().locator("main")).not().containsText("drop cups");
            officer.looksRight("privacy-record-why");
            officer.page().getByLabel("Why").selectOption("TREAT");
            officer.press("Take the record out");
            assertThat(officer.page().locator("main")).containsText("Since summer I drop cups");
            officer.looksRight("privacy-record");
            Assertions.assertThat(officer.page().title() + officer.page().url()).doesNotContain("Boxbearer");
            Download file = officer.page().waitForDownload(() -> officer.follow("Download as FHIR bundle"));
            Assertions.assertThat(Files.readString(file.path())).contains("\"Bundle\"", "\"collection\"", "Since summer I drop cups", family);
            Assertions.assertThat(database.list("select distinct reason from audit_event where patient_id = ? and entity = 'Bundle'", patient)).containsExactly("TREAT");
            Assertions.assertThat(window.request().get(home + "privacy/record-bundle?reason=TREAT&patient=" + NewId.next()).status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("T39 a visit locked for the desk is on no board and no sheet, and its time stays taken")
    void aLockedVisitIsOnNoSheet() throws SQLException {
        String visit = database.one("select a.id::text from appointment a where a.status = 'BOOKED' and a.starts_at > now() + interval '24 hours' "
                + "and exists (select from occupancy o where o.appointment_id = a.id and o.live and o.resource_id <> a.patient_id) order by a.starts_at limit 1");
        String day = database.one("select to_char(wall_start, 'YYYY-MM-DD') from appointment where id::text = ?", visit);
        String name = database.one("select p.family_name from appointment a join patient p on p.id = a.patient_id where a.id::text = ?", visit);
        try (BrowserContext window = Browser.desk()) {
            Hand desk = hand(window).signIn("desk", "reception/print.xhtml?of=all&date=" + day).sees("Day sheets");
            int before = desk.page().locator("main td b", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name)).count();
            Assertions.assertThat(before).isPositive();
            database.run("insert into consent_lock (id, patient_id, item_kind, item_id, against, whom, wording, written_by, written_at) "
                    + "select ?, patient_id, 'VISIT', id, 'ROLE', 'RECEPTIONIST', 'paper', 'privacy', now() from appointment where id::text = ?", NewId.next(), visit);
            desk.open("reception/print.xhtml?of=all&date=" + day);
            Assertions.assertThat(desk.page().locator("main td b", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name)).count()).isLessThan(before);
            desk.open("reception/day.xhtml?date=" + day);
            Assertions.assertThat(desk.page().content()).doesNotContain(visit);
            Assertions.assertThat(database.list("select id from occupancy where live and appointment_id::text = ?", visit)).isNotEmpty();
        }
    }

    @Test
    @DisplayName("T36 a case whose row cannot be written to the trail is not shown")
    void whatCannotBeLoggedIsNotShown() throws SQLException {
        database.run("create function no_trail() returns trigger language plpgsql as $$ begin if new.agent = 'dr.carvalho' then raise exception 'disk full'; end if; return new; end $$");
        database.run("create trigger no_trail before insert on audit_event for each row execute function no_trail()");
        try (BrowserContext window = Browser.desk()) {
            Hand carvalho = hand(window).signIn("dr.carvalho", "doctor/rules.xhtml");
            carvalho.open("doctor/review.xhtml?case=" + form);
            Assertions.assertThat(carvalho.page().content()).doesNotContain("Boxbearer", "drop cups");
            assertThat(carvalho.page().locator("main")).containsText("Something went wrong");
        } finally {
            database.run("drop trigger no_trail on audit_event");
            database.run("drop function no_trail");
        }
    }

    @Test
    @DisplayName("T41 one officer proposes to destroy a record whose time is over and cannot do it alone; a second one destroys it, and only a certificate is left")
    void aRecordIsDestroyedByTwo() throws SQLException {
        UUID old = NewId.next();
        database.run("insert into patient (id, given_name, family_name, birth_date, created_at) values (?, 'Gerda', ?, '1941-03-05', now() - interval '100000 hours')", old, family);
        database.run("insert into staff_account (id, username, display_name, password_hash, role, second_factor_asked) select ?, ?, 'Second officer', password_hash, role, false from staff_account where username = 'privacy'",
                NewId.next(), "second." + family.toLowerCase(java.util.Locale.ROOT));
        try (BrowserContext first = Browser.desk(); BrowserContext second = Browser.desk()) {
            Hand officer = hand(first).signIn("privacy", "privacy/due.xhtml").sees("Records whose time is over").press("Propose to destroy: Gerda " + family);
            assertThat(officer.page().locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(family))).containsText("you alone from");
            assertThat(officer.page().getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Destroy for good: Gerda " + family))).hasCount(0);
            officer.looksRight("privacy-due");
            Hand other = hand(second).signIn("second." + family.toLowerCase(java.util.Locale.ROOT), "privacy/due.xhtml").press("Destroy for good: Gerda " + family).sees("Records whose time is over");
            assertThat(other.page().locator("main")).not().containsText(family);
            assertThat(other.page().locator("main")).containsText(old.toString());
            Assertions.assertThat(database.list("select id from patient where id = ?", old)).isEmpty();
            officer.press("Keep it: Gerda " + family);
            assertThat(officer.page().locator("main")).containsText("This is not proposed any more");
        }
    }

    private Hand hand(BrowserContext window) {
        return new Hand(window.newPage(), home.toString());
    }
}
