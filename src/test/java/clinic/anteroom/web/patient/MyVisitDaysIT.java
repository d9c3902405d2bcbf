package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From booking to the day itself, on the narrowest phone, and for somebody one cares for. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MyVisitDaysIT {

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");

    @ArquillianResource
    private URL home;

    private static BrowserContext phone() {
        return Browser.window(320, 640, ColorScheme.LIGHT);
    }

    private PatientSteps signedIn(Page page, ServersDatabase database, UUID patient) throws Exception {
        SomeVisitors.openSession(database, patient, page.context(), home);
        return new PatientSteps(page, home).visit("patient/visits.xhtml").assertTitle("My visits");
    }

    /** The Friday before the clocks go back; before they go forward, in the few days of the year when November is out of reach. */
    private static LocalDate fridayBeforeTheClocksChange() {
        ZoneOffsetTransition change = ZONE.getRules().nextTransition(Instant.now());
        ZoneOffsetTransition other = ZONE.getRules().nextTransition(change.getInstant());
        boolean november = change.getDateTimeBefore().getMonth() == Month.NOVEMBER || other.getInstant().isAfter(Instant.now().plus(Duration.ofDays(362)));
        return (november ? change : other).getDateTimeBefore().toLocalDate().with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    }

    /** A kind of visit like the family doctor's that patients book a year ahead; returns its code. */
    private String yearlyCheck(BrowserContext desk, ServersDatabase database) throws Exception {
        String name = "Yearly check " + NewId.next().toString().substring(24).replaceAll("[0-9]", "x");
        Page page = signIn(desk, home, "admin", "admin/visit-new.xhtml");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Like").selectOption("FAMILY_DOCTOR");
        press(page, "Add it");
        page.getByLabel("Days ahead that patients book without the phone").fill("366");
        press(page, "Save");
        assertThat(page.locator(".error-summary")).isVisible();
        page.getByLabel("Days ahead that patients book without the phone").fill("365");
        press(page, "Save");
        assertThat(page.getByText("Saved.")).isVisible();
        return database.one("select code from visit_type where name = ? and self_horizon_days = 365", name);
    }

    @Test
    @DisplayName("T19 a patient moves a visit over the November clock change, in French at 320 px: the wall keeps its time, and its zone is said")
    void moveAcrossTheNovemberClockChange() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext phone = phone(); BrowserContext desk = Browser.desk()) {
            Words words = Words.of("fr");
            UUID patient = SomeVisitors.patient(database, "Clock", LocalDate.of(1992, 2, 3));
            LocalDate friday = fridayBeforeTheClocksChange();
            LocalDate monday = friday.plusDays(3);
            LocalTime wall = LocalTime.of(9, 0);
            Instant wanted = monday.atTime(wall).atZone(ZONE).toInstant();
            UUID visit = SomeVisitors.visit(database, patient, yearlyCheck(desk, database), friday.atTime(wall).atZone(ZONE).toInstant());
            Page page = phone.newPage();
            SomeVisitors.openSession(database, patient, page.context(), home);
            PatientSteps there = new PatientSteps(page, home).visit("patient/visit.xhtml?lang=fr&id=" + visit).assertTitle(words.get("patient_visit.title"));
            assertThat(page.locator(".when-line")).containsText("9 h");
            there.press(words.get("patient_visit.move")).assertTitle(words.get("patient_times.title"));
            assertThat(page.getByText(words.get("patient_times.kept"))).isVisible();
            there.visit("patient/times.xhtml?from=" + monday).assertTitle(words.get("patient_times.title")).assertAccessible("times-clock");
            assertThat(page.getByText(words.get("patient_times.far_shown"))).isVisible();
            page.locator("button[value='" + wanted + "']").first().click();
            there.assertTitle(words.get("patient_booked.title"));
            assertThat(page.getByText(words.get("patient_booked.moved"))).isVisible();
            Assertions.assertThat(database.one("select starts_at = ?::timestamptz from appointment where id = ?", wanted.toString(), visit)).isEqualTo("t");
            Assertions.assertThat(Duration.between(friday.atTime(wall).atZone(ZONE).toInstant(), wanted)).as("not three days of 24 hours").isNotEqualTo(Duration.ofDays(3));
            there.visit("patient/visit.xhtml?id=" + visit).assertTitle(words.get("patient_visit.title"));
            assertThat(page.locator(".when-line")).containsText("9 h");
            assertThat(page.locator(".when-line")).containsText("heure de Toronto");
            Assertions.assertThat(database.one("select to_char(wall_start, 'YYYY-MM-DD HH24:MI') from appointment where id = ?", visit)).isEqualTo(monday + " 09:00");
            page.navigate(home + "patient/times.xhtml?from=" + LocalDate.now(ZONE).plusDays(365));
            assertThat(page.getByText(words.get("patient_times.no_later"))).isVisible();
        }
    }

    @Test
    @DisplayName("booking takes four pages and nothing but the keyboard")
    void fourPagesByKeyboard() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext phone = phone()) {
            Page page = phone.newPage();
            signedIn(page, database, SomeVisitors.patient(database, "Keys", LocalDate.of(1992, 2, 3)));
            int[] pages = {0};
            page.onLoad(loaded -> pages[0]++);
            onKeys(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Book a visit")), "Enter");
            assertThat(page).hasTitle("What and how - Anteroom");
            onKeys(page, page.getByLabel("Family doctor (20 min)"), "Space");
            onKeys(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See the times")), "Enter");
            assertThat(page).hasTitle("Choose a time - Anteroom");
            onKeys(page, page.locator(".first-card button").first(), "Enter");
            assertThat(page).hasTitle("Check and book - Anteroom");
            onKeys(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Book this")), "Enter");
            assertThat(page).hasTitle("Booked - Anteroom");
            Assertions.assertThat(pages[0]).isLessThanOrEqualTo(4);
        }
    }

    /** Tab until the focus is there: what cannot be reached fails. */
    private static void onKeys(Page page, Locator there, String key) {
        for (int i = 0; i < 120; i++) {
            if ((Boolean) there.evaluate("element => element === document.activeElement")) {
                page.keyboard().press(key);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by the Tab key: " + there);
    }

    /** A calendar program needs no sign-in: the address is all it has, and it ends when the patient says so. */
    private void followsTheVisits(Page page, PatientSteps there) {
        there.press("Make an address");
        String address = page.getByLabel("Copy it into your calendar program").inputValue();
        there.assertAccessible("visits-calendar");
        APIResponse feed = page.request().get(address);
        Assertions.assertThat(feed.text()).contains("BEGIN:VEVENT").doesNotContain("EMG", "Neurology");
        there.press("End it").assertTitle("My visits");
        assertThat(page.getByLabel("Copy it into your calendar program")).hasCount(0);
        Assertions.assertThat(page.request().get(address).status()).isEqualTo(404);
    }

    @Test
    void safetyAnswersAreConfirmedTextsAllowedAndThePatientChecksIn() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext phone = phone(); BrowserContext desk = Browser.desk()) {
            UUID patient = SomeVisitors.patient(database, "Day", LocalDate.of(1992, 2, 3));
            UUID soon = SomeVisitors.visit(database, patient, "NEUROLOGY_FOLLOW_UP", Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(30)));
            UUID test = SomeVisitors.visit(database, patient, "EMG", Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(3)));
            SomeVisitors.order(database, patient, "EMG", test);
            database.run("update service_request set holds = 'A blood thinner' where patient_id = ?", patient);
            Page page = phone.newPage();
            PatientSteps there = signedIn(page, database, patient);
            assertThat(page.getByText("Safety answers to check")).hasCount(1);
            there.press("Yes, text me").assertTitle("My visits").press("No more texts").press("Yes, text me");
            Assertions.assertThat(database.list("select wording from channel_consent where patient_id = ? and ended_at is null", patient)).singleElement().asString().contains("not private");
            followsTheVisits(page, there);
            there.visit("patient/visit.xhtml?id=" + test).assertTitle("My visit").press("Yes, I will come").assertTitle("My visit");
            assertThat(page.getByText("You told us that you will come")).isVisible();
            there.tick("No, something has changed");
            there.fill("What has changed", "I have a pacemaker now").press("Send").assertTitle("My visit").assertAccessible("visit-safety");
            Assertions.assertThat(database.list("select kind from patient_task where patient_id = ? and urgent", patient)).containsExactly("SAFETY_CHANGED");
            assertThat(page.getByText("Somebody here looks at it and calls you")).isVisible();
            Page staff = signIn(desk, home, "desk", "reception/visit.xhtml?id=" + test);
            assertThat(staff.getByText("Something is open that can stop the visit")).isVisible();
            assertThat(staff.getByText("Your doctor settles what you said about blood thinners").first()).isVisible();
            PatientSteps.assertAccessible(staff, "reception-visit-preparation");
            database.run("update service_request set hold_settled_by = 'dr.osei', hold_settled_at = now() where patient_id = ?", patient);
            staff.reload();
            assertThat(staff.getByText("Nothing open that stops the visit")).isVisible();
            Assertions.assertThat(database.one("select status from appointment where id = ?", test)).as("nothing moves by itself").isEqualTo("BOOKED");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I am here"))).hasCount(0);
            there.visit("patient/visit.xhtml?id=" + soon).assertAccessible("visit-here").press("I am here").assertTitle("My visit");
            assertThat(page.getByText("We know that you are here")).isVisible();
            Assertions.assertThat(database.one("select status from appointment where id = ?", soon)).isIn("ARRIVED", "CHECKED_IN");
        }
    }

    @Test
    @DisplayName("T28 a parent asks, the desk sees the proof, the parent books for the child, and the child's record says who did it")
    void parentActsForAChild() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext phone = phone(); BrowserContext desk = Browser.desk()) {
            LocalDate born = LocalDate.now(ZONE).minusYears(9);
            UUID parent = SomeVisitors.patient(database, "Parent", LocalDate.of(1985, 2, 3));
            UUID child = SomeVisitors.patient(database, "Child", born);
            String family = database.one("select family_name from patient where id = ?", child);
            Page page = phone.newPage();
            PatientSteps there = signedIn(page, database, parent).follow("Family").assertTitle("Family").assertAccessible("family");
            there.press("Ask the clinic").assertTitle("Error: Family").assertAccessible("family-error");
            there.tick("I am the parent").fill("Their given name", "Robin").fill("Their family name", family)
                    .fill("Day", "" + born.getDayOfMonth()).fill("Month", "" + born.getMonthValue()).fill("Year", "" + born.getYear()).press("Ask the clinic").assertTitle("Family");
            assertThat(page.getByText("The desk still has to see the proof")).isVisible();
            Page staff = signIn(desk, home, "desk", "reception/carers.xhtml?request=" + database.one("select id::text from related_person where carer_id = ?", parent));
            PatientSteps.assertAccessible(staff, "reception-carers");
            staff.getByLabel("Robin " + family).press("Space");
            staff.getByLabel("Birth certificate").press("Space");
            staff.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm")).click();
            assertThat(staff.getByText("Confirmed. They see it at once.")).isVisible();
            PatientSteps.assertAccessible(staff, "reception-carers-given");
            there.visit("patient/family.xhtml").press("See the visits Robin " + family).assertTitle("My visits").assertAccessible("acting");
            assertThat(page.locator(".acting")).containsText("Robin " + family);
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Diary"))).hasCount(0);
            there.visit("patient/diary.xhtml").assertTitle("My visits");
            there.follow("Book a visit").tick("Family doctor (20 min)").press("See the times");
            page.locator(".first-card button").first().click();
            there.press("Book this").assertTitle("Booked");
            Assertions.assertThat(database.one("select count(*) from appointment where patient_id = ? and status = 'BOOKED'", child)).isEqualTo("1");
            Assertions.assertThat(database.one("select count(*) from audit_event where agent = 'CARER' and carer_id = ? and patient_id = ? and entity = 'Appointment' and action = 'CREATE'", parent, child)).isEqualTo("1");
            Page other = phone.newPage();
            other.navigate(home + "patient/choose.xhtml");
            there.press("Back to my own visits").assertTitle("My visits");
            other.getByLabel("Family doctor (20 min)").press("Space");
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See the times")).click();
            assertThat(other.getByText("In another window you have changed to somebody else")).isVisible();
            staff.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End it")).click();
            assertThat(staff.getByText("Taken back")).isVisible();
            there.visit("patient/family.xhtml").assertTitle("Family");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See the visits"))).hasCount(0);
        }
    }

    @Test
    void administratorSeesWhatASettingDoesBeforeItHolds() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext desk = Browser.desk()) {
            Page page = signIn(desk, home, "admin", "admin/closures.xhtml");
            LocalDate day = LocalDate.now(ZONE).plusYears(1);
            page.getByLabel("First day").fill(day.toString());
            press(page, "Preview");
            assertThat(page.getByText("Nothing is booked on these days.")).isVisible();
            PatientSteps.assertAccessible(page, "admin-closures");
            press(page, "Close");
            assertThat(page.locator(".error-summary")).containsText("Type what patients and the desk call it");
            String why = "Painting " + NewId.next().toString().substring(24);
            page.getByLabel("Why").fill(why);
            press(page, "Close");
            assertThat(page.getByText(why)).isVisible();
            Assertions.assertThat(database.one("select from_date::text from closure where name = ?", why)).isEqualTo(day.toString());
            page.locator("li", new Page.LocatorOptions().setHasText(why)).getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText(why)).hasCount(0);
            page.navigate(home + "admin/visit-new.xhtml");
            String name = "Quiet talk " + NewId.next().toString().substring(24).replaceAll("[0-9]", "x");
            page.getByLabel("Name").fill(name);
            page.getByLabel("Like").selectOption("NEUROLOGY_FOLLOW_UP");
            page.getByLabel("Minutes of each part").fill("25");
            press(page, "Preview");
            assertThat(page.getByText("25 min").first()).isVisible();
            PatientSteps.assertAccessible(page, "admin-visit-new");
            press(page, "Add it");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))).isVisible();
            Assertions.assertThat(database.one("select count(*) from visit_type where name = ? and not patients_may_book", name)).isEqualTo("1");
            page.getByLabel("Days ahead that patients book without the phone").fill("40");
            press(page, "Preview");
            assertThat(page.getByText("The last day patients can book:")).isVisible();
            PatientSteps.assertAccessible(page, "admin-visits-preview");
            press(page, "Take out of the offer");
            assertThat(page.getByText("Take out of the offer: " + name)).isVisible();
            PatientSteps.assertAccessible(page, "admin-visits-retire");
            Assertions.assertThat(database.one("select active::text from visit_type where name = ?", name)).as("nothing is done before it is said again").isEqualTo("true");
            press(page, "Take it out");
            assertThat(page.getByText("Not offered any more")).isVisible();
            Assertions.assertThat(database.one("select active::text from visit_type where name = ?", name)).isEqualTo("false");
            press(page, "Offer again " + name);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))).isVisible();
            Assertions.assertThat(database.one("select active::text from visit_type where name = ?", name)).isEqualTo("true");
            database.run("update visit_type set active = false where name = ?", name);
            page.navigate(home + "admin/settings.xhtml");
            page.locator("[id='clinic:name']").fill("Another name");
            page.locator("[id='clinic:look']").click();
            assertThat(page.getByText("Another name", new Page.GetByTextOptions().setExact(true))).isVisible();
            Assertions.assertThat(database.one("select count(*) from clinic_setting where value = 'Another name'")).isEqualTo("0");
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
