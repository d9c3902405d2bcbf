package clinic.anteroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One patient's way through the whole clinic: the form, the doctor, the desk. Nothing is prepared but the demo staff. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JourneyIT {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private static final String ORDERS = """
            select s.code from service_request s join patient p on p.id = s.patient_id
            where p.family_name = 'Bennett' and s.status = 'ACTIVE' order by 1""";

    @ArquillianResource
    private URL home;

    @Test
    void aTwitchingWeakArmIsToldFlaggedOrderedAndBooked() throws Exception {
        String reference = patientTells();
        doctorDecides(reference);
        deskBooks();
        nothingOverlapsThroughAnyDoor();
    }

    private String patientTells() {
        try (BrowserContext phone = Browser.phone()) {
            Hand patient = new Hand(phone.newPage(), home.toString()).open("").looksRight("patient-1-start").press("Muscle twitching");
            patient.page().getByLabel("None of these").press("Space");
            patient.looksRight("patient-2-safety").open("").press("Muscle twitching").fillIn(TwitchingArm.ANSWERS);
            patient.sees("Check your answers").looksRight("patient-3-check").follow("My answers are right");
            patient.type("Given name", "Harold").type("Family name", "Bennett").type("Day", "12").type("Month", "3")
                    .type("Year", Integer.toString(birthYear())).type("Phone", "416 555 0188").looksRight("patient-4-contact");
            patient.page().getByLabel("I agree").press("Space");
            patient.press("Send to the clinic").sees("We have your answers").looksRight("patient-5-sent");
            assertThat(patient.page().getByText("See a doctor within 2 weeks")).isVisible();
            assertThat(patient.page().locator("main")).not().containsText("ALS");
            return patient.page().locator(".sent b").first().innerText();
        }
    }

    private void doctorDecides(String reference) throws Exception {
        try (BrowserContext desk = Browser.desk(); ServersDatabase database = ServersDatabase.open()) {
            Hand doctor = new Hand(desk.newPage(), home.toString()).open("doctor/").looksRight("staff-sign-in").signIn("dr.osei", "doctor/");
            Page page = doctor.sees("Worklist").looksRight("doctor-1-worklist").page();
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(reference));
            assertThat(row).containsText("Soon");
            assertThat(row).containsText("13 days");
            row.getByRole(com.microsoft.playwright.options.AriaRole.LINK).first().click();

            doctor.sees("Case " + reference).looksRight("doctor-2-review");
            Locator emg = flag(page, "EMG");
            assertThat(emg).containsText("Rule TW-S01, version 1");
            assertThat(emg).containsText("Not yet signed off by a clinician");
            assertThat(emg).containsText("Yes, I cannot do things I could do before");
            assertThat(emg).containsText("Gripping or opening jars; Lifting an arm");
            assertThat(flag(page, "Nerve conduction studies")).isVisible();
            assertThat(flag(page, "Blood tests")).isVisible();
            assertThat(flag(page, "CT scan")).hasCount(0);
            assertThat(page.locator(".review-side")).containsText("Neurology");
            assertThat(database.list(ORDERS)).as("nothing is ordered before a doctor confirms").isEmpty();

            doctor.press("Confirm: EMG").sees("Case " + reference);
            assertThat(flag(page, "EMG")).containsText("Confirmed by");
            doctor.press("Confirm: Nerve conduction studies").sees("Case " + reference);
            doctor.press("Dismiss: MRI scan").sees("Case " + reference);
            assertThat(flag(page, "MRI scan")).containsText("Dismissed by");
            Locator blood = flag(page, "Blood tests");
            blood.locator("summary", new Locator.LocatorOptions().setHasText("Dismiss")).click();
            doctor.press("Dismiss this flag").sees("Error: Case " + reference);
            assertThat(page.locator(".error-summary")).containsText("Choose why you do not follow this flag.");
            doctor.looksRight("doctor-3-dismiss-error");
            blood.getByLabel("Another test answers it better, or first").press("Space");
            blood.getByLabel("In your words").fill("Nerve tests first.");
            doctor.press("Dismiss this flag").sees("Case " + reference);
            assertThat(blood).containsText("Another test answers it better, or first. Nerve tests first.");
            doctor.looksRight("doctor-4-decided");
            assertThat(database.list(ORDERS)).containsExactly("EMG", "NCS");
            assertThat(database.list("select f.test || ' ' || f.status from test_flag f join questionnaire_response r on r.id = f.response_id "
                    + "where r.reference = ? order by f.test", reference))
                    .containsExactly("BLOOD REJECTED", "EMG CONFIRMED", "MRI REJECTED", "NCS CONFIRMED");
            doctor.signOut().open("doctor/").sees("Sign in");
        }
    }

    private void deskBooks() throws Exception {
        try (BrowserContext window = Browser.desk(); ServersDatabase database = ServersDatabase.open()) {
            Hand desk = new Hand(window.newPage(), home.toString()).signIn("desk", "reception/").sees("Orders").looksRight("reception-1-orders");
            assertThat(waiting(desk)).hasCount(2);
            desk.follow("Find a time for Harold Bennett, EMG").sees("Find a time").looksRight("reception-2-booking");
            assertThat(desk.page().locator(".confirm .phases")).containsText("Nerve conduction");
            assertThat(desk.page().locator(".confirm .phases")).containsText("Needle EMG");
            assertThat(desk.page().locator(".confirm")).containsText("75 minutes for Harold Bennett");
            desk.press("Book this time");
            assertThat(desk.page().locator(".booked-banner")).containsText("Booked: Harold Bennett");
            desk.looksRight("reception-3-booked");
            String day = database.one("select (lower(during) at time zone 'America/Toronto')::date::text from occupancy o "
                    + "join appointment a on a.id = o.appointment_id join patient p on p.id = a.patient_id where p.family_name = 'Bennett'");
            desk.open("reception/day.xhtml?date=" + day).sees("Day").looksRight("reception-4-day");
            assertThat(desk.page().locator("#grid")).containsText("Bennett");
            desk.open("reception/").sees("Orders");
            assertThat(waiting(desk)).hasCount(0);

            assertThat(LocalDate.parse(day)).isBeforeOrEqualTo(LocalDate.now(TORONTO).plusDays(14));
            assertThat(database.list("""
                    select o.phase || ' ' || r.kind || ' ' || extract(epoch from upper(o.during) - lower(o.during))::int / 60
                    from occupancy o join resource r on r.id = o.resource_id join appointment a on a.id = o.appointment_id
                    join patient p on p.id = a.patient_id
                    where p.family_name = 'Bennett' and o.live order by 1""")).containsExactly(
                    "1 DEVICE 45", "1 LOCATION 45", "1 PATIENT 45", "1 PRACTITIONER 45",
                    "2 DEVICE 40", "2 LOCATION 40", "2 PATIENT 30", "2 PRACTITIONER 30");
            assertThat(database.one("""
                    select count(distinct o.resource_id) from occupancy o join resource r on r.id = o.resource_id
                    join appointment a on a.id = o.appointment_id join patient p on p.id = a.patient_id
                    where p.family_name = 'Bennett' and r.kind in ('DEVICE', 'LOCATION')""")).as("same machine and room").isEqualTo("2");
        }
    }

    /** Not a check in code: plain SQL meets the same refusal. */
    private static void nothingOverlapsThroughAnyDoor() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.run("""
                    insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                    select gen_random_uuid(), appointment_id, 9, resource_id,
                           tstzrange(lower(during) + interval '20 minutes', upper(during) + interval '20 minutes'), live
                    from occupancy where live limit 1"""))
                    .hasMessageContaining("occupancies_never_overlap");
        }
    }

    private static Locator waiting(Hand desk) {
        return desk.page().locator("tbody tr", new Page.LocatorOptions().setHasText("Harold Bennett"));
    }

    private static Locator flag(Page page, String test) {
        return page.locator("article.flag", new Page.LocatorOptions().setHas(page.locator("h3", new Page.LocatorOptions().setHasText(test))));
    }

    private static int birthYear() {
        LocalDate today = LocalDate.now(TORONTO);
        return today.getYear() - (today.isBefore(LocalDate.of(today.getYear(), 3, 12)) ? 59 : 58);
    }
}
