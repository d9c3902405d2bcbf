package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff come from the sign-in of a hospital: a certified OpenID Connect server, started here, through a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OtherSignInIT {

    private static final Path PROGRAM = Path.of("target", "oidc");
    private static final String PORT = System.getProperty("anteroom.test.oidc.port");

    @ArquillianResource
    private URL home;

    private Process provider;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Files.createDirectories(PROGRAM);
        try (Stream<Path> files = Files.list(Path.of("src", "test", "oidc"))) {
            for (Path file : files.toList()) {
                Files.copy(file, PROGRAM.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Assumptions.assumeTrue(Files.exists(PROGRAM.resolve("node_modules/oidc-provider")) || installed(), "oidc-provider cannot be fetched: npm, or its registry, is not there");
        provider = new ProcessBuilder("node", "provider.mjs", PORT, "http://localhost:" + home.getPort() + "/sign-in/other/back")
                .directory(PROGRAM.toFile()).redirectErrorStream(true).start();
        BufferedReader words = provider.inputReader(StandardCharsets.UTF_8);
        for (String line = words.readLine(); !"listening".equals(line); line = words.readLine()) {
            assertThat(line).as("the other side ended").isNotNull();
        }
    }

    @AfterEach
    void stop() {
        if (provider != null) {
            provider.destroy();
        }
    }

    @Test
    @DisplayName("T26 who comes from another sign-in finds an account by an address it has checked, gets none and no role by it, and still shows the second factor")
    void whoComesFromAnotherSignIn() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            account(database, "hosp.nora", "nora@hospital.example.org", false);
            account(database, "hosp.unchecked", "unchecked@hospital.example.org", false);
            account(database, "hosp.twice", "twice@hospital.example.org", true);
            comes("nora", "reception/day.xhtml", "Day");
            assertThat(database.list("select i.subject from staff_identity i join staff_account a on a.id = i.account_id where a.username = 'hosp.nora'")).containsExactly("nora");
            database.run("update staff_account set mail = 'moved@hospital.example.org' where username = 'hosp.nora'");
            comes("nora", "reception/day.xhtml", "Day");
            comes("unchecked", "reception/day.xhtml", "Sign in");
            comes("stranger", "reception/day.xhtml", "Sign in");
            comes("twice", "reception/day.xhtml", "Second step: set up");
            database.run("update staff_account set active = false where username = 'hosp.nora'");
            comes("nora", "reception/day.xhtml", "Sign in");
            assertThat(database.one("select count(*) from staff_account where username like '%stranger%'")).isEqualTo("0");
        }
    }

    @Test
    @DisplayName("T26 an answer to no question, with another state or with an invented code, opens nothing")
    void inventedAnswersOpenNothing() {
        String at = "http://localhost:" + home.getPort() + "/";
        assertThat(new PlainBrowser(at).get("sign-in/other/back?code=x&state=y").location()).contains("sign-in.xhtml?other=failed");
        for (String state : List.of("another", "")) {
            PlainBrowser browser = new PlainBrowser(at);
            String asked = browser.get("sign-in/other").location();
            assertThat(asked).startsWith("http://localhost:" + PORT).contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "response_type=code");
            String real = asked.replaceAll(".*[?&]state=([^&]*).*", "$1");
            assertThat(browser.get("sign-in/other/back?code=invented&state=" + (state.isEmpty() ? real : state)).location()).contains("sign-in.xhtml?other=failed");
            assertThat(browser.get("sign-in/other/back?code=invented&state=" + real).location()).as("used up").contains("sign-in.xhtml?other=failed");
            assertThat(browser.get("reception/day.xhtml").status()).isEqualTo(302);
        }
    }

    private void comes(String name, String wanted, String title) {
        try (BrowserContext window = Browser.desk()) {
            Page page = window.newPage();
            Hand hand = new Hand(page, "http://localhost:" + home.getPort() + "/").open(wanted).sees("Sign in").follow("Sign in with the-hospital");
            page.locator("[name=login]").fill(name);
            page.locator("[name=password]").fill("whatever is asked there");
            page.locator("button[type=submit]").click();
            page.locator("input[name=prompt][value=consent]").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            page.locator("button[type=submit]").click();
            page.waitForURL("http://localhost:" + home.getPort() + "/**");
            hand.sees(title);
        }
    }

    private static void account(ServersDatabase database, String username, String mail, boolean asked) throws Exception {
        database.run("insert into staff_account (id, username, display_name, password_hash, role, mail, second_factor_asked) values (gen_random_uuid(), ?, ?, 'none', 'RECEPTIONIST', ?, ?)",
                username, username, mail, asked);
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--silent").directory(PROGRAM.toFile())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
