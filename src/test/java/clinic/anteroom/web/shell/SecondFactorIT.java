package clinic.anteroom.web.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.proof.Totp;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new member of staff: an account from the administrator, a second factor at the first sign-in, a passkey, and out at once when it is closed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecondFactorIT {

    @ArquillianResource
    private URL home;

    @Test
    @DisplayName("T26 staff use two factors, a passkey is offered, recovery codes work once; T25 a closed account is out at its next request")
    void aNewMemberOfStaff() throws Exception {
        // A passkey belongs to a name; a bare number has none.
        String at = "http://localhost:" + home.getPort() + "/";
        try (BrowserContext office = Browser.desk(); BrowserContext own = Browser.desk(); ServersDatabase database = ServersDatabase.open()) {
            String name = "nora" + System.nanoTime() % 1_000_000;
            Hand admin = new Hand(office.newPage(), at).signIn("admin", "admin/accounts.xhtml").sees("Accounts").looksRight("admin-accounts");
            String password = added(admin, name);

            Page page = own.newPage();
            authenticator(own, page);
            Hand nora = new Hand(page, at).open("sign-in.xhtml").looksRight("sign-in-passkey");
            first(nora, name, password).sees("Second step: set up");
            assertThat(page.navigate(at + "reception/day.xhtml").url()).contains("sign-in.xhtml");
            first(nora, name, password).sees("Second step: set up");
            page.getByText("You cannot scan?").click();
            String secret = page.locator(".secret").innerText().replaceAll("\\s", "");
            nora.looksRight("sign-in-device");
            code(nora, "Then type", "000000").press("Turn it on").sees("Error: Second step: set up").looksRight("sign-in-device-error");
            String used = Totp.code(secret, Instant.now());
            code(nora, "Then type", used).press("Turn it on").sees("Recovery codes").looksRight("sign-in-recovery");
            List<String> recovery = page.locator(".recovery li").allInnerTexts();
            assertThat(recovery).hasSize(10);
            nora.follow("I have kept them").sees("Day").open("your-sign-in.xhtml").sees("Your sign-in").follow("Set up a passkey").press("Set up a passkey");
            page.waitForURL("**/your-sign-in.xhtml");
            nora.sees("Your sign-in").looksRight("your-sign-in").signOut().sees("Sign in");

            first(nora, name, password).sees("Second step").looksRight("sign-in-code");
            code(nora, "Six digits", used).press("Sign in").sees("Error: Second step").looksRight("sign-in-code-error");
            code(nora, "Six digits", recovery.get(0)).press("Sign in").sees("Day").signOut().sees("Sign in");
            first(nora, name, password).sees("Second step");
            code(nora, "Six digits", recovery.get(0)).press("Sign in").sees("Error: Second step");
            press(page, "Use your passkey");
            page.waitForURL("**/reception/day.xhtml*");
            nora.signOut().sees("Sign in");
            database.run("update staff_account set failed_attempts = 20, retry_after = now() + interval '5 minutes' where username = ?", name);
            database.run("update staff_address set failed_attempts = 20, retry_after = now() + interval '5 minutes' where account_id = (select id from staff_account where username = ?)", name);
            press(page, "Use a passkey instead"); // It cannot be guessed and waits for no guesser.
            page.waitForURL("**/reception/orders.xhtml*");

            admin.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close: " + name)).click();
            assertThat(row(admin, name)).containsText("Closed");
            nora.open("reception/day.xhtml").sees("Sign in");
            press(page, "Use a passkey instead");
            nora.sees("Error: Sign in");
            assertThat(database.one("select count(*) from audit_event where entity = 'Person' and entity_id = (select id from staff_account where username = ?)", name)).isEqualTo("2");
        }
    }

    private static String added(Hand admin, String name) {
        admin.type("Username", name).type("Name colleagues read", name).press("Add the account");
        return admin.page().locator(".notice .secret").innerText();
    }

    private static Locator row(Hand admin, String name) {
        return admin.page().locator(".accounts > li", new Page.LocatorOptions().setHasText(name));
    }

    private static Hand first(Hand hand, String name, String password) {
        hand.open("reception/day.xhtml").page().getByLabel("Username").fill(name);
        hand.page().getByLabel("Password").fill(password);
        press(hand.page(), "Sign in");
        return hand;
    }

    private static Hand code(Hand hand, String label, String code) {
        hand.page().getByLabel(label).fill(code);
        return hand;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    /** A device of Chromium's own that knows its owner. */
    private static void authenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String able : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(able, true);
        }
        JsonObject device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
    }
}
