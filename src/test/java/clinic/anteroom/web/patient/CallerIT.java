package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The online form is closed, and the telephone is not. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CallerIT {

    @ArquillianResource
    private URL home;

    @Test
    void deskFillsInTheFormForACallerWhileTheOnlineFormIsClosed() throws Exception {
        try (ServersDatabase database = ServersDatabase.open(); BrowserContext phone = Browser.phone(); BrowserContext desk = Browser.desk()) {
            database.run("insert into clinic_setting (name, value) values ('INTAKE_SUSPENDED', 'true'), ('INTAKE_MESSAGE', 'We move house today.')");
            try {
                Page page = phone.newPage();
                new PatientSteps(page, home).visit("patient/question.xhtml?begin=new&about=muscle-twitching").assertAccessible("start-closed");
                assertThat(page.getByText("The online form is closed for now")).isVisible();
                assertThat(page.getByText("We move house today.")).isVisible();
                fillInFor(desk);
            } finally {
                database.run("delete from clinic_setting");
            }
        }
    }

    private void fillInFor(BrowserContext desk) {
        Page page = PatientSteps.signIn(desk, home, "desk", "reception/caller.xhtml");
        PatientSteps.assertAccessible(page, "reception-caller");
        PatientSteps caller = new PatientSteps(page, home).press("Begin: Muscle twitching").assertTitle("Before we start: is this an emergency?");
        assertThat(page.getByText("You fill this in for a caller.")).isVisible();
        caller.tick("None of these").goOn().assertTitle("About the patient").assertAccessible("for-a-caller");
        Assertions.assertThat(desk.cookies()).extracting(cookie -> cookie.name).doesNotContain("__Host-intake");
        caller.fill("How old are you (the patient)?", "34").goOn().assertTitle("Your form, page 3");
        caller.sendIn("Caller", "416 555 0133", "").press("Back to the desk").assertTitle("Calls");
        caller.visit("patient/check.xhtml");
        assertThat(page.getByText("You fill this in for a caller.")).hasCount(0);
        assertDoctorSeesWhoTyped();
    }

    private void assertDoctorSeesWhoTyped() {
        try (BrowserContext doctors = Browser.desk()) {
            Page list = PatientSteps.signIn(doctors, home, "dr.osei", "doctor/worklist.xhtml?folder=all");
            list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Robin Caller")).first().click();
            assertThat(list.locator(".identity")).containsText("Typed for a caller by");
        }
    }
}
