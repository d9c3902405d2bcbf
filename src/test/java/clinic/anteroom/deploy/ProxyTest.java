package clinic.anteroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.anteroom.testing.DebianPackages;
import clinic.anteroom.testing.FirstRun;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy with the configuration of {@code deploy}, on other ports and with a certificate of its own, in front of a node that knows no headers and writes down what it hears. */
class ProxyTest {

    private static final String PROGRAM = "/usr/sbin/haproxy";
    private static final Path DEPLOYED = Path.of("deploy", "haproxy").toAbsolutePath();

    @TempDir
    private Path folder;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Queue<String> takenOver = new ConcurrentLinkedQueue<>();
    private HttpServer node;
    private HttpClient visitor;
    private Process proxy;
    private int open;
    private int sealed;

    @BeforeEach
    void start() throws Exception {
        if (!Files.isExecutable(Path.of(PROGRAM))) {
            DebianPackages.install("haproxy");
        }
        assumeTrue(Files.isExecutable(Path.of(PROGRAM)) && Files.isExecutable(Path.of("/usr/bin/openssl")), "needs HAProxy and openssl (Debian's packages haproxy, openssl)");
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.setExecutor(Executors.newCachedThreadPool());
        node.createContext("/", this::answer);
        node.start();
        open = FirstRun.freePort();
        sealed = FirstRun.freePort();
        visitor = HttpClient.newBuilder().sslContext(believingAnybody()).version(HttpClient.Version.HTTP_1_1).build();
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2", "-keyout", "key.pem", "-out", "certificate.pem");
        Files.writeString(folder.resolve("anteroom.pem"), Files.readString(folder.resolve("certificate.pem")) + Files.readString(folder.resolve("key.pem")));
        String at = "127.0.0.1:" + node.getAddress().getPort();
        String rules = Files.readString(DEPLOYED.resolve("haproxy.cfg")).replace("bind :80", "bind 127.0.0.1:" + open).replace("bind :443", "bind 127.0.0.1:" + sealed)
                .replace("/etc/haproxy/anteroom.pem", folder.resolve("anteroom.pem").toString()).replace("/etc/haproxy", DEPLOYED.toString())
                .replace("/run/haproxy/admin.sock", folder.resolve("admin.sock").toString()).replace("127.0.0.1:8081", at).replace("127.0.0.1:8082", at);
        proxy = new ProcessBuilder(PROGRAM, "-db", "-f", Files.writeString(folder.resolve("haproxy.cfg"), rules).toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        for (int tries = 0; !listens(); tries++) {
            assertThat(tries < 100 && proxy.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
            Thread.sleep(100);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
        if (node != null) {
            node.stop(0);
        }
    }

    @Test
    @DisplayName("T31 what the application does not answer itself carries the headers, too: a bare answer of the server, the way to https, what the proxy closes, and that nobody is there")
    void everyAnswerIsProtected() throws Exception {
        HttpResponse<String> way = get("http://127.0.0.1:" + open + "/patient/start.xhtml?a=b");
        assertThat(way.statusCode()).isEqualTo(301);
        assertThat(way.headers().firstValue("Location")).hasValue("https://127.0.0.1:" + open + "/patient/start.xhtml?a=b");
        HttpResponse<String> ready = get(secure("/ready"));
        assertThat(ready.statusCode()).as("only neighbours ask").isEqualTo(404);
        HttpResponse<String> bare = get(secure("/bare"));
        assertThat(bare.statusCode()).isEqualTo(200);
        assertThat(bare.headers().allValues("Set-Cookie")).singleElement().asString().startsWith("node=").contains("; HttpOnly", "; Secure", "; SameSite=Lax");
        assertThat(bare.headers().map()).doesNotContainKeys("server", "Server");
        HttpResponse<String> page = get(secure("/page"));
        assertThat(page.headers().allValues("Content-Security-Policy")).as("the page's own").containsExactly("script-src 'self' 'nonce-x'");
        assertThat(page.headers().allValues("Cache-Control")).as("the page's own, and that it is one browser's").containsExactly("max-age=604800", "private");
        node.stop(0);
        HttpResponse<String> nobody = get(secure("/page"));
        assertThat(nobody.statusCode()).isEqualTo(503);
        assertThat(nobody.body()).contains("We are not here for a moment", "911");
        for (HttpHeaders headers : List.of(way.headers(), ready.headers(), bare.headers(), page.headers(), nobody.headers())) {
            assertThat(headers.allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
            assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
            assertThat(headers.firstValue("Cache-Control")).isPresent();
        }
        assertThat(nobody.headers().firstValue("Content-Security-Policy")).as("its own").hasValueSatisfying(policy -> assertThat(policy).contains("form-action 'none'"));
    }

    @Test
    @DisplayName("T29 the application hears the address that the proxy saw, whatever the visitor says, and the log keeps no query and no calendar's key")
    void theVisitorsWordsAboutThemselvesAreNotPassedOn() throws Exception {
        visitor.send(HttpRequest.newBuilder(URI.create(secure("/who?link=a-secret-of-a-mail"))).header("X-Forwarded-For", "9.9.9.9").header("X-Forwarded-For", "8.8.8.8")
                .header("X-Forwarded-Proto", "http").header("Forwarded", "for=9.9.9.9").build(), BodyHandlers.ofString());
        assertThat(heard).containsExactly("GET /who [127.0.0.1] [https] null");
        get(secure("/calendar/a-secret-of-a-calendar"));
        get(secure("/staff-calendar/a-secret-of-a-calendar"));
        for (int tries = 0; tries < 50 && !log().contains("/staff-calendar/-"); tries++) {
            Thread.sleep(100);
        }
        assertThat(log()).contains("GET /who", "GET /calendar/-", "GET /staff-calendar/-").doesNotContain("a-secret", "9.9.9.9");
    }

    @Test
    @DisplayName("T4 what reached a node and got no answer is asked again if it only looks, and never sent again if it changes something")
    void aPostIsSentOnce() throws Exception {
        get(secure("/lost"));
        assertThat(heard.stream().filter(one -> one.startsWith("GET /lost"))).hasSizeGreaterThan(1);
        visitor.send(HttpRequest.newBuilder(URI.create(secure("/lost"))).POST(BodyPublishers.ofString("a=b")).build(), BodyHandlers.ofString());
        assertThat(heard.stream().filter(one -> one.startsWith("POST /lost"))).hasSize(1);
    }

    @Test
    @DisplayName("T15 nobody is taken over to HTTP/2 behind the proxy, where a node would keep each request for as long as the connection lasts")
    void noNodeIsAskedForHttp2() throws Exception {
        try (Socket line = believingAnybody().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), sealed)) {
            line.setSoTimeout(10_000);
            line.getOutputStream().write(("GET /taken-over HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
        assertThat(takenOver).hasSize(1).allMatch(String::isEmpty);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/ready")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            if (path.equals("/taken-over")) {
                takenOver.add(Objects.toString(exchange.getRequestHeaders().getFirst("Upgrade"), "") + Objects.toString(exchange.getRequestHeaders().getFirst("HTTP2-Settings"), ""));
            }
            heard.add(exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().get("X-Forwarded-For") + " " + exchange.getRequestHeaders().get("X-Forwarded-Proto") + " " + exchange.getRequestHeaders().get("Forwarded"));
            if (!path.equals("/lost")) {
                if (path.equals("/page")) {
                    exchange.getResponseHeaders().set("Content-Security-Policy", "script-src 'self' 'nonce-x'");
                    exchange.getResponseHeaders().set("Cache-Control", "max-age=604800");
                }
                exchange.getResponseHeaders().set("Server", "Name and version");
                exchange.sendResponseHeaders(200, -1);
            }
        }
        exchange.close();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private String secure(String path) {
        return "https://127.0.0.1:" + sealed + path;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return visitor.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sealed)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0).as(Files.readString(folder.resolve("openssl.log"))).isTrue();
    }

    /** The certificate of a test is nobody's. */
    private static SSLContext believingAnybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new X509ExtendedTrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }}, new SecureRandom());
        return context;
    }
}
