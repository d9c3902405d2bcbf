package clinic.anteroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Settings that close holes nobody sees while they are closed. What a browser or a stranger meets is tried in {@code DoorIT}, {@code TrapsIT} and {@code BrokenRequestsIT}; this test notices when a line is
 * taken out of a file, also where a server would go on as if nothing had happened.
 */
class ClosedHolesTest {

    private static final Path WEB = Path.of("src", "main", "webapp", "WEB-INF", "web.xml");
    private static final Path SERVER = Path.of("src", "main", "webapp", "WEB-INF", "glassfish-web.xml");
    private static final Path BEFORE = Path.of("deploy", "payara", "preboot.txt");
    private static final Path AFTER = Path.of("deploy", "payara", "postboot.txt");
    private static final Path POOL = Path.of("src", "main", "java", "clinic", "anteroom", "startup", "Migrator.java");

    /** A file, what has to stand in it (white space counts once), and what happens otherwise. */
    private record Setting(Path file, String text, String otherwise) {
    }

    private static final List<Setting> SETTINGS = List.of(
            parameter("jakarta.faces.PROJECT_STAGE", "Production", "errors tell of the house"),
            parameter("jakarta.faces.STATE_SAVING_METHOD", "server", "the state of a page is the visitor's"),
            parameter("jakarta.faces.FACELETS_SKIP_COMMENTS", "true", "comments reach the browser with their expressions evaluated"),
            parameter("jakarta.faces.FACELETS_REFRESH_PERIOD", "-1", "pages are looked for again and again"),
            parameter("jakarta.faces.INTERPRET_EMPTY_STRING_SUBMITTED_VALUES_AS_NULL", "true", "an empty answer is an answer"),
            parameter("primefaces.CSP", "true", "scripts need no nonce"),
            parameter("primefaces.HIDE_RESOURCE_VERSION", "true", "the version of a library is told"),
            new Setting(WEB, "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'</param-value>", "the nonce is added to something else than scripts"),
            new Setting(WEB, "<servlet-name>faces</servlet-name> <url-pattern>*.xhtml</url-pattern>", "/faces/doctor/review.xhtml walks past the guard of /doctor/*"),
            new Setting(WEB, "<name>__Host-sid</name> <path>/</path> <http-only>true</http-only> <secure>true</secure>", "a script or a neighbour reads the session"),
            new Setting(WEB, "<tracking-mode>COOKIE</tracking-mode>", "the session is in every link"),
            new Setting(WEB, "<deny-uncovered-http-methods/>", "methods nobody thought of are open"),
            new Setting(WEB, "<error-page> <location>/error.xhtml</location> </error-page>", "the server's own error page tells class and version"),
            new Setting(WEB, "<error-code>403</error-code> <location>/not-found.xhtml</location>", "a forbidden page says that it is there"),
            new Setting(SERVER, "<property name=\"cookieSameSite\" value=\"Lax\"/>", "other sites send our cookie along"),
            new Setting(SERVER, "<property name=\"cookieSecure\" value=\"true\"/>", "SameSite alone drops Secure, and browsers throw the cookie away"),
            new Setting(SERVER, "<property name=\"cookieHttpOnly\" value=\"true\"/>", "scripts read the cookie"),
            new Setting(SERVER, "<property name=\"relativeRedirectAllowed\" value=\"true\"/>", "a redirect leads to the host that the visitor named"),
            new Setting(BEFORE, "http-listener.address=127.0.0.1", "the server listens to the world past its proxy"),
            new Setting(BEFORE, "http.server-header=false", "the server's name and version are told"),
            new Setting(BEFORE, "http.xpowered-by=false", "the server's name and version are told"),
            new Setting(BEFORE, "set-microprofile-healthcheck-configuration --enabled=false", "health is open to anyone"),
            new Setting(BEFORE, "set-openapi-configuration --enabled=false", "a list of doors is open to anyone"),
            new Setting(AFTER, "set-metrics-configuration --enabled=false --dynamic=true", "figures are open to anyone"),
            new Setting(POOL, "fish.payara.is-connection-validation-required=true", "dead connections are handed out"),
            new Setting(POOL, "fish.payara.fail-all-connections=true", "each dead connection is found out one by one"),
            new Setting(POOL, "statement_timeout=", "a statement may take for ever"),
            new Setting(POOL, "lock_timeout=", "a lock may be waited for for ever"),
            new Setting(POOL, "idle_in_transaction_session_timeout=", "a node that stopped in the middle keeps its locks"),
            new Setting(POOL, "-c timezone=UTC", "a day depends on the connection"),
            new Setting(POOL, "socketTimeout=", "an answer that never comes is waited for"),
            new Setting(POOL, "connectTimeout=", "a database that is gone is waited for"),
            new Setting(POOL, "tcpKeepAlive=true", "a cut line is not noticed"));

    private static Setting parameter(String name, String value, String otherwise) {
        return new Setting(WEB, "<param-name>" + name + "</param-name> <param-value>" + value + "</param-value>", otherwise);
    }

    @TestFactory
    @DisplayName("T31 T24 T10 every setting that closes a hole stands where it belongs")
    Stream<DynamicTest> everySettingStands() {
        return SETTINGS.stream().map(setting -> DynamicTest.dynamicTest(setting.text() + ": otherwise " + setting.otherwise(), () ->
                assertThat(plain(setting.file())).contains(setting.text())));
    }

    @Test
    @DisplayName("T31 T17 every way to start the server keeps it out of clusters and off the network's ears, and in UTC: the driver tells the database the zone of its own machine")
    void everyStartIsClosed() throws IOException {
        for (Path start : List.of(Path.of("deploy", "systemd", "anteroom.service"), Path.of("deploy", "systemd", "anteroom@.service"), Path.of("deploy", "compose.yaml"),
                Path.of("src", "main", "java", "clinic", "anteroom", "launch", "Server.java"))) {
            assertThat(Files.readString(start)).as(start.toString()).contains("--nohazelcast", "-Duser.timezone=UTC").doesNotContain("--nocluster");
        }
    }

    /** The file without comments of XML, each white space once. */
    private static String plain(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)<!--.*?-->", " ").replaceAll("\\s+", " ");
    }
}
