package clinic.anteroom.web.doctor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.testing.TestMail;
import clinic.anteroom.triage.rules.SomeAnswers;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URL;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the list to a signed decision: what doctors do with cases, mostly by keyboard. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DoctorFaceIT {

    private static final String ORDERS = "select code from service_request where response_id = ? and status <> 'REVOKED' order by code";
    private static final String FLAGS = "select test || ' ' || status from test_flag where response_id = ? order by test";

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    /** Pages ask every few seconds what others do. */
    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private SomeCases cases;
    private DoctorAtWork osei;

    @BeforeEach
    void signIn() throws SQLException {
        database = ServersDatabase.open();
        cases = new SomeCases(database);
        osei = new DoctorAtWork(home.toString(), "dr.osei");
    }

    @AfterEach
    void leave() throws SQLException {
        osei.close();
        database.close();
    }

    @Test
    void anAbsenceShowsWhatIsBookedAndBecomesWorkOfTheDesk() throws SQLException {
        LocalDate day = LocalDate.now(TORONTO).plusDays(200);
        UUID patient = SomeVisitors.patient(database, "Absent", LocalDate.of(1980, 1, 2));
        String family = database.one("select family_name from patient where id = ?", patient);
        UUID visit = SomeVisitors.visit(database, patient, "NEUROLOGY_FOLLOW_UP", day.atTime(10, 0).atZone(TORONTO).toInstant());
        database.run("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live) select gen_random_uuid(), a.id, 1, s.practitioner_id, 1, "
                + "tstzrange(a.starts_at, a.ends_at), true from appointment a, staff_account s where a.id = ? and s.username = 'dr.osei'", visit);
        Page page = osei.at("away.xhtml").sees("Time away").isAccessible().page();
        page.getByLabel("First day").fill(day.toString());
        osei.hand().press("Show what is booked");
        assertThat(page.locator(".error-summary")).isVisible();
        page.locator("[id='form:reason']").selectOption("TRAINING");
        osei.hand().press("Show what is booked");
        assertThat(page.locator("#seen")).containsText(family);
        Assertions.assertThat(database.list("select id from absence where by_whom = 'dr.osei'")).as("looking saves nothing").isEmpty();
        osei.hand().looksRight("doctor-away");
        page.locator("[id='form:save']").click();
        assertThat(page.locator("main")).containsText("Saved. Nobody is booked with you in this time.");
        try (BrowserContext window = Browser.desk()) {
            Hand desk = new Hand(window.newPage(), home.toString()).signIn("desk", "reception/day.xhtml?pane=away");
            assertThat(desk.page().locator("#pane")).containsText(family);
            desk.looksRight("desk-away");
        }
        osei.hand().press("Take back");
        assertThat(page.locator("main")).containsText("Taken back.");
        Assertions.assertThat(database.one("select status from appointment where id = ?", visit)).as("nothing moves by itself").isEqualTo("BOOKED");
    }

    @Test
    void tenCasesAreDecidedByKeyboardAlone() throws SQLException {
        List<UUID> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(cases.add("Tenth" + i, "Keyboard", 13, SomeAnswers.manOf58()));
        }
        osei.at("worklist.xhtml?folder=NEW").key("/").types("Keyboard").go("Enter");
        assertThat(osei.page().locator("[data-row]")).hasCount(10);
        assertThat(osei.page().locator("[data-row]").first()).containsText("58, male");
        assertThat(osei.page().locator("[data-row]").first()).containsText("Muscle twitching");
        osei.hand().looksRight("doctor-worklist");
        osei.at("today.xhtml").sees("Today").isAccessible().at("worklist.xhtml"); // Folder and filter come back as they were left.
        for (int i = 0; i < 10; i++) {
            assertThat(osei.page().locator("[data-row]")).hasCount(10 - i);
            osei.key("j").go("Enter").go("s").go("x");
            assertThat(osei.open()).hasCount(0);
            osei.go("g");
        }
        assertThat(osei.page().locator("[data-row]")).hasCount(0);
        for (UUID one : ten) {
            Assertions.assertThat(database.list(FLAGS, one)).containsExactly("BLOOD CONFIRMED", "EMG CONFIRMED", "MRI REJECTED", "NCS CONFIRMED");
            Assertions.assertThat(database.list(ORDERS, one)).containsExactly("BLOOD", "EMG", "NCS");
        }
        osei.at("worklist.xhtml?folder=NEW&search=");
    }

    @Test
    @DisplayName("The list comes back as it was left, also after the next sign-in; what was searched for does not")
    void theListComesBackAsItWasLeft() {
        osei.at("worklist.xhtml?folder=AWAITING_PATIENT&complaint=muscle-twitching&test=MRI&search=Leftbehind");
        osei.hand().signOut().signIn("dr.osei", "doctor/");
        osei.at("worklist.xhtml");
        assertThat(osei.page().locator("h1")).hasText("Awaiting patient");
        assertThat(osei.page().locator("select[name=complaint]")).hasValue("muscle-twitching");
        assertThat(osei.page().locator("select[name=test]")).hasValue("MRI");
        assertThat(osei.page().locator("input[name=search]")).hasValue("");
        osei.at("worklist.xhtml?folder=NEW&complaint=&test=");
        assertThat(osei.page().locator("h1")).hasText("New");
    }

    @Test
    void aFourFlagCaseTakesEightKeysAndCanBeUndone() throws SQLException {
        UUID one = cases.weakArm("Nora", "Eightkeys");
        osei.opens(one).sees("Case " + SomeCases.reference(one));
        osei.hand().looksRight("doctor-case");
        assertThat(osei.card("EMG")).containsText("Yes, I cannot do things I could do before");
        Assertions.assertThat(osei.card("EMG").boundingBox().y).as("the first decision needs no scrolling").isLessThan(500);
        osei.keysPressed();
        osei.go("c").go("c").key("x").key("3").go("Enter").go("x");
        assertThat(osei.open()).hasCount(0);
        Assertions.assertThat(osei.keysPressed()).isLessThanOrEqualTo(8);
        Assertions.assertThat(database.list(FLAGS, one)).containsExactly("BLOOD REJECTED", "EMG CONFIRMED", "MRI REJECTED", "NCS CONFIRMED");

        osei.go("u");
        assertThat(osei.open()).hasCount(1);
        Assertions.assertThat(database.list(FLAGS, one)).contains("MRI RAISED");
        osei.go("c");
        osei.go("u");
        Assertions.assertThat(database.list(ORDERS, one)).as("an order that was undone does not stand").containsExactly("EMG", "NCS");

        assertThat(osei.page().locator(".thumb rect.is-on")).not().hasCount(0);
        assertThat(osei.page().locator(".thumb rect:not(.is-on)")).not().hasCount(0);
        assertThat(osei.page().locator(".timeline")).containsText("3 to 12 months ago");
        osei.key("?");
        assertThat(osei.page().locator("dialog#keys")).isVisible();
        osei.isAccessible().key("Escape");
        osei.key("b").isAccessible();
        osei.hand().press("Send the booking invitation");
        assertThat(osei.page().locator(".notice-title:visible").last()).containsText("Invited.");
        assertThat(osei.page().locator(".steps-taken")).containsText("invited the patient to book");
        Assertions.assertThat(database.one("select count(*) from booking_right i join questionnaire_response r on r.patient_id = i.patient_id where r.id = ?", one)).isEqualTo("1");

        osei.key("t").types("Ask the desk for the same day").hand().press("Write");
        assertThat(osei.page().locator(".steps-taken")).containsText("Ask the desk for the same day");
        osei.key("a");
        osei.page().getByLabel("Give it to").selectOption("dr.carvalho");
        osei.hand().press("Assign");
        assertThat(osei.page().locator("summary[data-key=a]")).containsText("Dr. Ines Carvalho");

        osei.go("p").sees("Summary of case " + SomeCases.reference(one)).isAccessible();
        Assertions.assertThat(osei.sheets()).isEqualTo(1);
        Assertions.assertThat(osei.inksOnPaper()).containsExactly("rgb(0, 0, 0)");
        osei.opens(one).hand().follow("Requisition");
        osei.sees("Requisition " + SomeCases.reference(one)).isAccessible();
        Assertions.assertThat(osei.sheets()).isEqualTo(1);
        Assertions.assertThat(osei.inksOnPaper()).containsExactly("rgb(0, 0, 0)");
    }

    @Test
    void aPacemakerHoldsTheMriUntilADoctorSettlesIt() throws SQLException {
        UUID one = cases.pacemaker("Victor", "Pacemaker");
        osei.opens(one);
        assertThat(osei.card("MRI")).containsText("Implant: Pacemaker");
        assertThat(osei.card("MRI")).containsText("On hold");
        osei.card("MRI").locator("[data-key=c]").click();
        osei.page().waitForURL(Pattern.compile(".*undo=.*"));
        Assertions.assertThat(locks(one, "MRI")).containsExactlyInAnyOrder("IMPLANT", "HOLD");
        osei.key("b");
        assertThat(osei.page().locator(".tool:visible")).containsText("Implant: Pacemaker");
        assertThat(osei.page().locator(".tool:visible")).containsText("On hold, not for booking online: Do you have kidney problems");
        osei.key("Escape");
        assertThat(osei.card("MRI")).containsText("On hold");
        osei.card("MRI").getByText("Settle the hold").click();
        osei.hand().press("It is settled");
        assertThat(osei.page().locator(".error-summary")).containsText("Say what was settled.");
        osei.page().getByLabel("What was settled?").fill("Device clinic: MR conditional, programmed for the scan.");
        osei.hand().press("It is settled");
        assertThat(osei.card("MRI")).not().containsText("On hold");
        assertThat(osei.card("MRI")).containsText("The hold was settled by Dr. Maya Osei");
        Assertions.assertThat(locks(one, "MRI")).as("the scan team still looks at the device").containsExactly("IMPLANT");
        Assertions.assertThat(database.one("select holds from service_request where response_id = ? and code = 'MRI'", one)).contains("Do you have kidney problems");
    }

    @Test
    void aRejectedFlagKeepsItsReasonInWords() throws SQLException {
        UUID one = cases.weakArm("Rosa", "Rejected");
        osei.opens(one).key("x").key("6").go("Enter");
        assertThat(osei.page().locator(".error-summary")).isVisible();
        osei.isAccessible();
        Assertions.assertThat(database.list(FLAGS, one)).contains("EMG RAISED");
        osei.page().locator("details[open] textarea").fill("Seen by neurology last week.");
        osei.hand().press("Dismiss this flag");
        assertThat(osei.card("EMG").locator(".flag-decision")).containsText("Something else. Seen by neurology last week.");
        Assertions.assertThat(database.list("select reason_code || ': ' || reason from test_flag where response_id = ? and test = 'EMG'", one))
                .containsExactly("OTHER: Seen by neurology last week.");
    }

    @Test
    void theNoteIsADraftThatIsEditedCopiedAndKeptAndWhatIfIsOneKeyAway() throws SQLException {
        UUID one = cases.weakArm("Nina", "Noted");
        osei.opens(one);
        Locator note = osei.page().getByLabel("Note for the record");
        assertThat(note).hasValue(Pattern.compile("58, male. Muscle twitching[\\s\\S]*Since summer I drop cups[\\s\\S]*"));
        note.fill("Seen on the phone. Weak right arm.");
        osei.hand().press("Copy");
        assertThat(osei.page().getByText("Copied").or(osei.page().locator("input[value=Copied]"))).isVisible();
        osei.hand().press("Keep with the case");
        assertThat(osei.page().locator("#record, section", new Page.LocatorOptions().setHasText("kept by Dr. Maya Osei")).first()).isVisible();
        assertThat(osei.page().getByLabel("Note for the record")).hasValue("Seen on the phone. Weak right arm.");
        osei.page().locator("h1").click();
        osei.go("w").sees("What would change this");
        osei.page().getByLabel("What has become hard to do?").selectOption("NONE");
        assertThat(osei.page().locator(".is-flipped")).hasCount(1);
        osei.go("g");
        assertThat(osei.card("EMG")).containsText("Gripping or opening jars");
    }

    @Test
    void theListIsReadPageByPageInBothDirections() throws SQLException {
        for (int i = 0; i < 61; i++) {
            database.run("update care_case set is_open = false where response_id = ?", cases.add("Page" + i, "Leafed", 1, SomeAnswers.manOf58()));
        }
        osei.at("worklist.xhtml?folder=DONE&search=Leafed");
        assertThat(osei.page().locator("[data-row]")).hasCount(60);
        osei.hand().follow("More cases");
        assertThat(osei.page().locator("[data-row]")).hasCount(1);
        osei.isAccessible().hand().follow("Earlier cases");
        assertThat(osei.page().locator("[data-row]")).hasCount(60);
        assertThat(osei.page().locator("input[name=search]")).hasValue("Leafed");
        osei.at("worklist.xhtml?folder=NEW&search=");
    }

    @Test
    void twoDoctorsOnOneCaseSeeEachOtherAndBothVersions() throws SQLException {
        UUID one = cases.weakArm("Twila", "Twodoctors");
        try (DoctorAtWork carvalho = new DoctorAtWork(home.toString(), "dr.carvalho")) {
            osei.opens(one);
            carvalho.opens(one);
            assertThat(carvalho.page().locator("[data-readers]")).containsText("Dr. Maya Osei", SOON);
            assertThat(osei.page().locator("[data-readers]")).containsText("Dr. Ines Carvalho", SOON);
            osei.go("c");
            assertThat(carvalho.page().locator(".changed")).containsText("Somebody changed this case", SOON);
            carvalho.go("c");
            assertThat(carvalho.page().locator(".notice", new Page.LocatorOptions().setHasText("Dr. Maya Osei"))).containsText("confirmed EMG");
            carvalho.isAccessible();
            Assertions.assertThat(database.list(ORDERS, one)).containsExactly("EMG");
            carvalho.go("c");
            Assertions.assertThat(database.list(ORDERS, one)).as("decided again on what is shown now").containsExactly("EMG", "NCS");
        }
    }

    @Test
    void aQuestionToThePatientParksTheCaseUntilItIsAnswered() throws Exception {
        UUID one = cases.weakArm("Quinn", "Askedonce");
        osei.opens(one).key("m").types("Can you still climb stairs?").hand().press("Ask");
        assertThat(osei.page().locator(".notice-title:visible").last()).containsText("A mail with a link is on its way");
        osei.at("worklist.xhtml?folder=TO_CONFIRM&search=Askedonce");
        assertThat(osei.page().locator("[data-row]")).hasCount(0);
        osei.at("worklist.xhtml?folder=AWAITING_PATIENT&search=Askedonce").isAccessible();
        assertThat(osei.page().locator("[data-row]")).hasCount(1);

        String link = TestMail.linkSentTo("askedonce@example.org");
        LocalDate born = LocalDate.now(TORONTO).minusYears(58).minusDays(40);
        try (BrowserContext phone = Browser.phone()) {
            Hand patient = new Hand(phone.newPage(), home.toString()).open(link).sees("Open your form");
            patient.type("Day", "" + born.getDayOfMonth()).type("Month", "" + born.getMonthValue()).type("Year", "" + born.getYear()).press("Open the form");
            patient.sees("Your doctor has a question");
            patient.page().getByRole(com.microsoft.playwright.options.AriaRole.TEXTBOX).fill("Only with the rail.");
            patient.press("Send my answer").sees("Thank you");
        }
        osei.at("worklist.xhtml?folder=TO_CONFIRM&search=Askedonce");
        assertThat(osei.page().locator("[data-row]")).hasCount(1);
        osei.opens(one);
        assertThat(osei.page().locator(".asked-once")).containsText("Only with the rail.");
        osei.at("worklist.xhtml?folder=NEW&search=");
    }

    @Test
    void aResultClosesTheLoop() throws SQLException {
        UUID one = cases.add("Lena", "Loopclosed", 3, SomeAnswers.manOf58());
        osei.opens(one).go("c").go("s").go("x");
        database.run("update service_request set status = 'REVOKED' where response_id = ? and code <> 'EMG'", one);
        osei.at("worklist.xhtml?folder=AWAITING_RESULTS&search=Loopclosed");
        assertThat(osei.page().locator("[data-row]")).hasCount(1);
        osei.opens(one);
        osei.page().getByText("Put in a result").first().click();
        osei.page().getByLabel("What it says").first().fill("Acute denervation in three regions.");
        osei.hand().press("Keep the result: EMG");
        assertThat(osei.page().locator(".result")).containsText("Acute denervation in three regions.");
        osei.page().getByLabel("It answered the question").check();
        osei.page().getByLabel("The flag was useful").uncheck();
        osei.isAccessible().hand().press("I have read it: EMG");
        assertThat(osei.page().locator(".result")).containsText("Dr. Maya Osei");
        Assertions.assertThat(database.one("select answered || ' ' || useful from diagnostic_report d join service_request s on s.id = d.service_request_id "
                + "where s.response_id = ?", one)).isEqualTo("true false");
        Assertions.assertThat(database.list("select step from test_flag_step t join service_request s on s.test_flag_id = t.test_flag_id "
                + "where s.response_id = ? and s.code = 'EMG'", one)).contains("PERFORMED", "ANSWERED");
        Assertions.assertThat(database.one("select is_open from care_case where response_id = ?", one)).isEqualTo("f");
        osei.at("worklist.xhtml?folder=DONE&search=Loopclosed");
        assertThat(osei.page().locator("[data-row]")).hasCount(1);
        osei.at("rules.xhtml").sees("Rules");
        assertThat(osei.page().locator("tr", new Page.LocatorOptions().setHasText("TW-S01"))).containsText(Pattern.compile("[0-9]+ of [0-9]+, [0-9]+ %"));
        osei.at("worklist.xhtml?folder=NEW&search=");
    }

    @Test
    void anEmergencyIsShownAsDivertedAndTheListStaysUnderTheHand() throws SQLException {
        UUID stopped = cases.stopped();
        osei.at("worklist.xhtml?folder=EMERGENCIES&search=" + SomeCases.reference(stopped)).isAccessible();
        assertThat(osei.page().locator("[data-row]")).containsText("Sent to emergency help");
        assertThat(osei.page().locator("[data-row]")).containsText("Told us: Cannot swallow spit, or choking");
        assertThat(osei.page().locator("[data-row]")).containsText("416 555 0111");

        osei.at("worklist.xhtml?folder=OPEN&search=");
        double before = osei.page().locator("[data-row]").first().boundingBox().y;
        UUID newcomer = cases.add("Nadia", "Newcomer", 0, SomeAnswers.manOf58());
        database.run("update care_case set since = now() + interval '1 second' where response_id = ?", newcomer);
        assertThat(osei.page().locator(".newer")).containsText("new since this page was read", SOON);
        Assertions.assertThat(osei.page().locator("[data-row]").first().boundingBox().y).isEqualTo(before);
        osei.at("worklist.xhtml?folder=NEW&search=");
    }

    private List<String> locks(UUID response, String test) throws SQLException {
        return database.list("select i.interlock from order_interlock i join service_request s on s.id = i.service_request_id where s.response_id = ? and s.code = ?",
                response, test);
    }
}
