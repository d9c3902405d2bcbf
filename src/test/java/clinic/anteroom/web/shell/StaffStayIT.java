package clinic.anteroom.web.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Access;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody of the staff is called away with half a thing typed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StaffStayIT {

    private static final String PARK = "00000000-0000-7000-8000-000000000107";
    private static final LocalDate DAY = LocalDate.now(ZoneId.of("America/Toronto")).with(DayOfWeek.MONDAY).plusWeeks(19);
    private static final String CELL = "reception/day.xhtml?date=" + DAY + "&cols=all&m=15&z=3&at=" + DAY + "T09:00&col=" + PARK + "&q=Zacharias";
    private static final String REASON = "Weak since the fall from the ladder";
    private static final int WARNED = 13 * 60;
    private static final String CURRENT = "ended_at is null and account_id = (select id from staff_account where username = ?)";

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private BrowserContext window;
    private Page page;
    private Hand hand;

    @BeforeEach
    void open() throws SQLException {
        database = ServersDatabase.open();
        window = Browser.desk();
        page = window.newPage();
        page.clock().install();
        hand = new Hand(page, home.toString());
    }

    @AfterEach
    void close() throws SQLException {
        window.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"dr.osei, doctor/worklist.xhtml", "desk, reception/day.xhtml", "admin, admin/settings.xhtml", "director, doctor/figures.xhtml", "privacy, privacy/start.xhtml"})
    @DisplayName("T49 whoever of the staff is idle is warned two minutes before, and stays with one key or the button")
    void warnedAndStays(String account, String path) throws SQLException {
        signIn(account, path);
        page.clock().fastForward(12 * 60 * 1000);
        assertThat(page.locator("#stay")).isHidden();
        idle(account, WARNED + 30);
        page.clock().fastForward(60 * 1000);
        assertThat(page.getByText("Are you still there?")).isVisible();
        Access.assertNoFault(page, "still-there-" + account);
        if (account.equals("dr.osei")) {
            Browser.pictures(page, "still-there");
        }
        Assertions.assertThat(idleSeconds(account)).as("the warning itself is no sign of life").isGreaterThan(WARNED);
        page.keyboard().press("Shift");
        assertThat(page.locator("#stay")).isHidden();
        Assertions.assertThat(idleSeconds(account)).isLessThan(60);

        idle(account, WARNED + 30);
        page.clock().fastForward(13 * 60 * 1000);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in")).click();
        assertThat(page.locator("#stay")).isHidden();
        Assertions.assertThat(idleSeconds(account)).isLessThan(60);
    }

    @Test
    @DisplayName("T49 ten hours cannot be made longer; whoever presses a key is told so two minutes before")
    void tenHours() throws SQLException {
        signIn("desk", "reception/orders.xhtml");
        database.run("update staff_session set opened_at = now() - interval '9 hours 58 minutes 30 seconds' where " + CURRENT, "desk");
        page.clock().fastForward(13 * 60 * 1000);
        assertThat(page.getByText("Are you still there?")).isVisible();
        page.keyboard().press("Shift");
        assertThat(page.getByText("You have been signed in for ten hours")).isVisible();
        assertThat(page.getByText("Are you still there?")).isHidden();
        database.run("update staff_session set opened_at = now() - interval '10 hours 1 second' where " + CURRENT, "desk");
        page.clock().fastForward(60 * 1000);
        hand.sees("Sign in");
    }

    @Test
    @DisplayName("T49 the desk's panel, half filled, is there again after a time-out and the same person's new sign-in")
    void theDesksPanel() throws SQLException {
        signIn("desk", CELL);
        newcomer();
        timeOut("desk");
        Assertions.assertThat(kept()).doesNotContain("Rosalind", "1968-12-03").contains("sealed");
        signInHere("desk");
        assertThat(page.locator("[id='r:given']")).hasValue("Rosalind");
        assertThat(page.locator("[id='r:born']")).hasValue("1968-12-03");
        assertThat(page.getByText("What you typed is here again. Look at the page")).isVisible();
        Assertions.assertThat(page.url()).contains("at=" + DAY, "col=" + PARK);
        Assertions.assertThat(kept()).as("kept once").isEqualTo("null");
        Access.assertNoFault(page, "desk-again");
        Browser.pictures(page, "desk-again");
        page.reload();
        assertThat(page.locator("[id='r:given']")).hasValue("");
    }

    @Test
    @DisplayName("T49 a button pressed after the end leads through the sign-in back to its page and what was typed; pressed once more it does it once")
    void pressedTooLate() throws SQLException {
        String family = "Late" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
        signIn("desk", CELL);
        newcomer();
        page.locator("[id='r:family']").fill(family);
        page.locator("[id='r:phone']").fill("416 555 0142");
        over("desk");
        page.locator("[id='r:register']").dispatchEvent("click");
        hand.sees("Sign in");
        Assertions.assertThat(patients(family)).isEqualTo("0");
        signInHere("desk");
        assertThat(page.locator("[id='r:phone']")).hasValue("416 555 0142");
        page.locator("[id='r:register']").click();
        assertThat(page.locator("#pane")).containsText("Rosalind " + family);
        Assertions.assertThat(patients(family)).isEqualTo("1");

        timeOut("desk");
        signInHere("desk");
        assertThat(page.locator("#again")).isHidden();
        Assertions.assertThat(patients(family)).as("what was sent is not brought back").isEqualTo("1");
    }

    @Test
    @DisplayName("T49 a doctor's reason and note, half written, come back to the doctor and to nobody else")
    void theDoctorsWords() throws SQLException {
        UUID form = new SomeCases(database).weakArm("Half", "Written");
        signIn("dr.osei", "doctor/review.xhtml?case=" + form);
        String reason = page.locator("input[id$=':indication']").first().getAttribute("id");
        page.locator("[id='" + reason + "']").fill(REASON);
        page.locator("[id='record:note']").fill("Seen with her daughter.");
        timeOut("dr.osei");
        Assertions.assertThat(kept()).doesNotContain("ladder", "daughter").contains("sealed");
        signInHere("dr.osei");
        assertThat(page.locator("[id='" + reason + "']")).hasValue(REASON);
        assertThat(page.locator("[id='record:note']")).hasValue("Seen with her daughter.");

        timeOut("dr.osei");
        String left = kept();
        signInHere("director");
        Assertions.assertThat(page.url()).contains("doctor/review.xhtml?case=" + form);
        assertThat(page.locator("[id='record:note']")).not().hasValue("Seen with her daughter.");
        assertThat(page.locator("[id='" + reason + "']")).not().hasValue(REASON);
        assertThat(page.locator("#again")).isHidden();
        Assertions.assertThat(kept()).as("and nothing stays behind").isEqualTo("null");
        page.evaluate("left => sessionStorage.setItem('typed again', left)", left);
        page.reload();
        assertThat(page.locator("[id='record:note']")).not().hasValue("Seen with her daughter.");
        hand.signOut().sees("Sign in");
    }

    @Test
    @DisplayName("T25 a board that follows what others book is no sign that anybody sits before it")
    void aBoardByItself() throws SQLException {
        signIn("desk", CELL);
        idle("desk", WARNED + 30);
        Assertions.assertThat(page.request().get(home + "reception/day.xhtml?date=" + DAY + "&part=board").text()).contains("id=\"grid\"");
        Assertions.assertThat(idleSeconds("desk")).isGreaterThan(WARNED);
        page.request().get(home + "reception/day.xhtml?date=" + DAY + "&part=pane");
        Assertions.assertThat(idleSeconds("desk")).isLessThan(60);
    }

    private void signIn(String account, String path) throws SQLException {
        database.run("update staff_session set ended_at = now() where " + CURRENT, account);
        hand.signIn(account, path);
    }

    private void newcomer() {
        assertThat(page.locator("#grid.is-live")).isVisible();
        page.locator("[id='r:given']").fill("Rosalind");
        page.locator("[id='r:born']").fill("1968-12-03");
    }

    private void idle(String account, int seconds) throws SQLException {
        database.run("update staff_session set last_seen_at = now() - make_interval(secs => ?) where " + CURRENT, seconds, account);
    }

    private int idleSeconds(String account) throws SQLException {
        return Integer.parseInt(database.one("select extract(epoch from now() - last_seen_at)::int from staff_session where " + CURRENT, account));
    }

    private void over(String account) throws SQLException {
        idle(account, 3600);
    }

    private void timeOut(String account) throws SQLException {
        over(account);
        page.clock().fastForward(13 * 60 * 1000);
        hand.sees("Sign in");
    }

    private String kept() {
        return String.valueOf(page.evaluate("sessionStorage.getItem('typed again')"));
    }

    private void signInHere(String account) {
        page.getByLabel("Username").fill(account);
        page.getByLabel("Password").fill("a quiet waiting room");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
        assertThat(page.locator("header.staff-bar")).isVisible();
        page.waitForLoadState();
    }

    private String patients(String family) throws SQLException {
        return database.one("select count(*) from patient where family_name = ?", family);
    }
}
