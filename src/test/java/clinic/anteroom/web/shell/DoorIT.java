package clinic.anteroom.web.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doors of the house, tried from outside. Each test fails when the setting it is about is taken away. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DoorIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ArquillianResource
    private URL home;

    @Test
    @DisplayName("T31 every page carries the headers")
    void everyPageCarriesTheHeaders() throws Exception {
        for (String path : List.of("", "patient/start.xhtml", "sign-in.xhtml", "nowhere.xhtml")) {
            HttpResponse<String> page = get(path);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
                    .contains("object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                    .containsPattern("script-src 'self' 'nonce-[^']+'").doesNotContain("unsafe-eval");
            assertHeader(page, "X-Content-Type-Options", "nosniff");
            assertHeader(page, "Referrer-Policy", "no-referrer");
            assertHeader(page, "Cross-Origin-Opener-Policy", "same-origin");
            assertHeader(page, "Strict-Transport-Security", "max-age=31536000");
            assertHeader(page, "Cache-Control", "no-store");
            assertThat(page.headers().firstValue("Server")).as("server name").isEmpty();
            assertThat(page.headers().firstValue("X-Powered-By")).as("server name").isEmpty();
        }
    }

    @Test
    @DisplayName("T24 a form sent by GET is refused, and so is every method that nobody needs")
    void formsComeByPostAndOtherMethodsNotAtAll() throws Exception {
        assertThat(get("sign-in.xhtml?jakarta.faces.ViewState=1:2&signin=signin").statusCode()).isEqualTo(405);
        for (String method : List.of("PUT", "DELETE", "TRACE", "PATCH", "OPTIONS")) {
            assertThat(send(HttpRequest.newBuilder(uri("sign-in.xhtml")).method(method, BodyPublishers.noBody())).statusCode()).as(method)
                    .isBetween(400, 499);
        }
    }

    @Test
    @DisplayName("T14 T43 what the server brings along is closed, and ready says ready")
    void whatTheServerBringsAlongIsClosed() throws Exception {
        for (String path : List.of("health", "health/ready", "metrics", "openapi", "faces/doctor/worklist.xhtml", "WEB-INF/web.xml")) {
            assertThat(get(path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(get("ready").body().strip()).isEqualTo("ready");
    }

    @Test
    @DisplayName("T22 a page of another face answers like one that does not exist")
    void aPageOfAnotherFaceAnswersLikeOneThatDoesNotExist() {
        try (BrowserContext window = Browser.desk()) {
            Hand doctor = new Hand(window.newPage(), home.toString()).signIn("dr.osei", "doctor/").sees("Worklist");
            com.microsoft.playwright.Response foreign = doctor.page().navigate(home + "reception/orders.xhtml");
            String foreignBody = doctor.page().locator("main").innerText();
            com.microsoft.playwright.Response missing = doctor.page().navigate(home + "reception/nothing.xhtml");
            assertThat(foreign.status()).isEqualTo(404).isEqualTo(missing.status());
            assertThat(foreignBody).isEqualTo(doctor.page().locator("main").innerText());
            com.microsoft.playwright.Response unknownCase = doctor.page().navigate(home + "doctor/review.xhtml?case=00000000-0000-7000-8000-000000000000");
            assertThat(unknownCase.status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("T21 the privacy officer has pages of their own, and none of the others'")
    void thePrivacyOfficerHasPagesOfTheirOwn() {
        try (BrowserContext window = Browser.desk()) {
            Hand officer = new Hand(window.newPage(), home.toString()).signIn("privacy", "privacy/").sees("Privacy");
            for (String foreign : List.of("doctor/worklist.xhtml", "reception/orders.xhtml", "admin/settings.xhtml")) {
                assertThat(officer.page().navigate(home + foreign).status()).as(foreign).isEqualTo(404);
            }
        }
    }

    @Test
    @DisplayName("T25 signing in changes the session, its cookie is sealed, and signing out ends it")
    void signingInChangesTheSessionAndSigningOutEndsIt() {
        try (BrowserContext window = Browser.desk()) {
            Hand desk = new Hand(window.newPage(), home.toString()).open("reception/day.xhtml").sees("Sign in");
            String before = session(window).value;
            desk.signIn("desk", "reception/day.xhtml").sees("Day");
            Cookie session = session(window);
            assertThat(session.value).isNotEqualTo(before);
            assertThat(session.secure).isTrue();
            assertThat(session.httpOnly).isTrue();
            assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(desk.page().url()).doesNotContain("jsessionid");
            desk.signOut().sees("Sign in");
            desk.page().goBack();
            desk.open("reception/orders.xhtml").sees("Sign in");
        }
    }

    @Test
    @DisplayName("T26 a wrong password and an unknown name get one answer; guessing slows the guesser, not the owner for good")
    void guessingGetsOneAnswerAndSlows() throws Exception {
        try (BrowserContext window = Browser.desk(); ServersDatabase database = ServersDatabase.open()) {
            database.run("insert into staff_account (id, username, display_name, password_hash, role, second_factor_asked) select gen_random_uuid(), 'guessed', "
                    + "'Guessed', password_hash, role, false from staff_account where username = 'desk' on conflict do nothing");
            Hand guesser = new Hand(window.newPage(), home.toString()).open("sign-in.xhtml");
            for (String name : List.of("nobody", "guessed", "guessed", "guessed", "guessed")) {
                guesser.type("Username", name).type("Password", "wrong wrong wrong").press("Sign in").sees("Error: Sign in");
                assertThat(guesser.page().locator(".error-summary")).containsText("That name and password do not fit.");
                assertThat(guesser.page().getByLabel("Username")).hasValue(name);
                assertThat(guesser.page().getByLabel("Password")).hasValue("");
            }
            guesser.type("Password", "a quiet waiting room").press("Sign in").sees("Error: Sign in");
            database.run("update staff_guess set retry_after = now() where account_id = (select id from staff_account where username = 'guessed')");
            guesser.type("Username", "guessed").type("Password", "a quiet waiting room").press("Sign in").sees("Orders");
        }
    }

    @Test
    @DisplayName("T35 an error tells a reference and nothing about the house")
    void anErrorTellsNothingAboutTheHouse() throws Exception {
        String body = get("nowhere.xhtml").body();
        assertThat(body).contains("Page not found").doesNotContainIgnoringCase("payara", "exception", "mojarra", "clinic.anteroom", "glassfish");
        HttpResponse<String> post = send(HttpRequest.newBuilder(uri("patient/contact.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("form=form&jakarta.faces.ViewState=no:such")));
        assertThat(post.statusCode()).isLessThan(500);
        assertThat(post.body()).doesNotContainIgnoringCase("exception", "mojarra", "clinic.anteroom");
    }

    private static Cookie session(BrowserContext window) {
        return window.cookies().stream().filter(cookie -> cookie.name.equals("__Host-sid")).findFirst().orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(home + path);
    }

    private static void assertHeader(HttpResponse<String> page, String name, String value) {
        assertThat(page.headers().firstValue(name)).as(name).hasValue(value);
    }
}
