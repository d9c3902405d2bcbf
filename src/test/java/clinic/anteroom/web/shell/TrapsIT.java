package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.anteroom.access.Roles;
import clinic.anteroom.testing.PlainWire;
import clinic.anteroom.testing.PlainWire.Reply;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Traps that a server sets by itself, each asked for on the line: an answer is judged by all of its bytes. Each test fails when the setting it is about is taken away. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TrapsIT {

    private static final String EVIL = "evil.example";
    private static final String SECRETS_OF_THE_WAR = "<web-app|<glassfish-web-app|<faces-config|<ui:composition|<persistence|#\\{|Manifest-Version|\\$\\{MPCONFIG|shell_notfound\\.title";
    private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-([^']+)';?$");

    @ArquillianResource
    private URL home;

    private PlainWire wire;

    @BeforeEach
    void connect() {
        wire = new PlainWire(home);
    }

    @Test
    @DisplayName("T31 every answer carries the headers once, whatever answered: page, redirect, refusal, file, program's door, error")
    void everyAnswerCarriesTheHeaders() throws Exception {
        Map<String, Reply> answers = new TreeMap<>();
        for (String target : List.of("/", "/patient/start.xhtml", "/sign-in.xhtml", "/nowhere", "/nowhere.xhtml", "/error.xhtml", "/ready", "/stay", "/calendar/x", "/staff-calendar/x", "/patient/visit.ics",
                "/fhir/metadata", "/fhir/Patient", "/cds-services", "/mail/bounces", "/sign-out", "/sign-in/other/back?code=x", "/doctor/worklist.xhtml", "/reception/sheet.csv", "/privacy/record-bundle",
                "/patient/contact.xhtml", "/patient/start.xhtml?lang=fr", "/sign-in.xhtml?jakarta.faces.ViewState=1:2", "/jakarta.faces.resource/layout.css.xhtml?ln=anteroom", "/jakarta.faces.resource/none.css.xhtml?ln=anteroom")) {
            answers.put("GET " + target, wire.get(target));
        }
        answers.put("PUT page", wire.ask("PUT", "/sign-in.xhtml", ""));
        answers.put("POST of a page nobody knows", wire.post("/patient/contact.xhtml", "jakarta.faces.ViewState=1:2"));
        answers.put("POST that fails", wire.post("/sign-in.xhtml", "jakarta.faces.ViewState=stateless"));
        answers.put("POST of a script", wire.post("/sign-in.xhtml", "jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=1:2", "Faces-Request: partial/ajax"));
        answers.put("POST of odd bytes", wire.ask("POST", "/patient/photos.xhtml", "x", "Content-Type: multipart/form-data"));
        try (ServersDatabase database = ServersDatabase.open()) {
            String desk = "Cookie: " + SignedInStaff.cookie(Roles.RECEPTIONIST, database);
            for (String target : List.of("/reception/day.xhtml", "/reception/sheet.csv", "/reception/try?x=y", "/doctor/worklist.xhtml", "/stay/staff")) {
                answers.put("desk GET " + target, wire.get(target, desk));
            }
        }
        answers.forEach((what, answer) -> {
            String policy = answer.header("Content-Security-Policy");
            assertThat(policy).as(what).contains("default-src '", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'").doesNotContain("unsafe-eval")
                    .matches(text -> !text.contains("script-src") && text.contains("default-src 'none'") || NONCE.matcher(text).find(), "no script, or scripts with a nonce, and nothing behind it");
            assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).as(what).isEqualTo("max-age=31536000");
            assertThat(answer.header("Cache-Control")).as(what).isEqualTo(what.contains("layout.css") ? "max-age=604800" : what.contains("none.css") ? "" : "no-store");
            assertThat(answer.headers()).as(what).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.cookies()).as(what).allSatisfy(cookie -> assertThat(cookie).as("ours, or what Faces tells on the next page").matches("(__Host-|csfcfc=).*").contains("; Path=/", "; Secure", "; HttpOnly").containsIgnoringCase("; SameSite=Lax").doesNotContain("Domain"));
        });
        assertThat(answers.values().stream().map(Reply::status)).as("all kinds of answers").contains(200, 302, 401, 404, 405, 410, 500);
    }

    @Test
    @DisplayName("T31 a page's nonce is new each time, each of its scripts has it, and nothing tells versions, comments, stage or session")
    void pagesTellNothingAndScriptsHaveTheNonce() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            String desk = "Cookie: " + SignedInStaff.cookie(Roles.RECEPTIONIST, database);
            for (String target : List.of("/patient/start.xhtml", "/sign-in.xhtml", "/nowhere", "/reception/day.xhtml", "/reception/orders.xhtml")) {
                Reply page = target.startsWith("/reception") ? wire.get(target, desk) : wire.get(target);
                Matcher nonce = NONCE.matcher(page.header("Content-Security-Policy"));
                assertThat(nonce.find()).as(target).isTrue();
                Matcher again = NONCE.matcher((target.startsWith("/reception") ? wire.get(target, desk) : wire.get(target)).header("Content-Security-Policy"));
                assertThat(again.find()).isTrue();
                assertThat(again.group(1)).as(target).isNotEqualTo(nonce.group(1)).hasSizeGreaterThan(30);
                assertThat(Pattern.compile("<script\\b[^>]*>").matcher(page.body()).results().map(script -> script.group())).as(target).isNotEmpty()
                        .allSatisfy(script -> assertThat(script).contains("nonce=\"" + nonce.group(1) + "\""));
                assertThat(page.body()).as(target + ": stage, comments, versions, session").doesNotContain("projectStage", "<!--", "jsessionid", "__Host-", "15.0.13").contains("considerEmptyStringNull:true").doesNotContainPattern("[?&;]v=[0-9.]+")
                        .doesNotContainPattern("<[^>]*\\son[a-z]+=").doesNotContainPattern("<[^>]*\\sstyle=");
            }
        }
        assertThat(Files.readString(Path.of("src", "main", "webapp", "WEB-INF", "templates", "head.xhtml"))).as("there is a comment that could be seen").contains("<!--");
    }

    @Test
    @DisplayName("T25 a session begins with a form, not by looking; its key comes in a cookie only, and a key in an address is not taken")
    void sessionsComeInCookies() {
        for (String target : List.of("/", "/patient/start.xhtml", "/nowhere", "/nowhere.xhtml", "/calendar/x", "/patient/visit.ics", "/ready", "/fhir/metadata")) {
            assertThat(wire.get(target).cookies()).as(target).isEmpty();
        }
        assertThat(wire.post("/nowhere", "a=b").cookies()).isEmpty();
        Reply page = wire.get("/sign-in.xhtml");
        String session = page.cookie("__Host-sid").orElseThrow();
        String form = "signin=signin&signin:username=&signin:password=&signin:in=x&primefaces.nonce=" + page.field("primefaces.nonce") + "&jakarta.faces.ViewState=" + page.field("jakarta.faces.ViewState");
        Reply known = wire.post("/sign-in.xhtml", form, "Cookie: " + session);
        assertThat(known.body()).as("the session goes on").contains("There is a problem");
        assertThat(known.cookies()).isEmpty();
        for (String name : List.of("jsessionid", "JSESSIONID", "__Host-sid", "x=1;__Host-sid")) {
            String target = "/sign-in.xhtml;" + name + "=" + session.split("=")[1];
            assertThat(wire.post(target, form).body()).as("a link with the session of whoever made it: " + target).doesNotContain("There is a problem");
            assertThat(wire.get(target).cookies()).as(target).noneMatch(cookie -> cookie.contains(session));
        }
        assertThat(wire.get("/sign-in.xhtml", "Cookie: __Host-sid=chosen-by-somebody").cookie("__Host-sid")).as("an invented key is no session").isPresent().get().asString().doesNotContain("chosen");
    }

    @Test
    @DisplayName("T24 pages, doors and files know GET, HEAD and POST; every other method is refused everywhere, and TRACE says nothing back")
    void otherMethodsAreRefused() {
        for (String target : List.of("/", "/sign-in.xhtml", "/doctor/worklist.xhtml", "/ready", "/fhir/metadata", "/cds-services", "/sign-out", "/jakarta.faces.resource/layout.css.xhtml?ln=anteroom")) {
            for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "TRACE", "INVENTED")) {
                Reply answer = wire.ask(method, target, null, "X-Planted: planted");
                assertThat(answer.status()).as(method + " " + target).isBetween(400, 499);
                assertThat(answer.all()).as(method + " " + target).doesNotContain("planted");
            }
        }
        for (String target : List.of("/sign-in.xhtml", "/patient/contact.xhtml")) {
            assertThat(wire.get(target + "?jakarta.faces.ViewState=1:2&signin=signin").status()).isEqualTo(405);
            assertThat(wire.ask("HEAD", target + "?jakarta.faces.ViewState=1:2", null).status()).isEqualTo(405);
            assertThat(wire.get(target + "?jakarta.faces.View%53tate=1:2").status()).as("spelled otherwise").isEqualTo(405);
        }
    }

    @Test
    @DisplayName("T21 no spelling of an address walks past a guard, leaves the folder of pages or reads what is not to be read")
    void oddAddresses() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            String desk = "Cookie: " + SignedInStaff.cookie(Roles.RECEPTIONIST, database);
            String doctor = "Cookie: " + SignedInStaff.cookie(Roles.DOCTOR, database);
            assertThat(wire.get("/doctor/worklist.xhtml", doctor).body()).contains("<h1").contains("Worklist");
            for (String target : List.of("/doctor/worklist.xhtml", "/doctor/worklist.xhtml;a=b", "/doctor/worklist.xhtml;.css", "/doctor;a=b/worklist.xhtml", "/;/doctor/worklist.xhtml", "/x/..;/doctor/worklist.xhtml",
                    "/reception/../doctor/worklist.xhtml", "/reception/..%2fdoctor/worklist.xhtml", "/reception/%2e%2e/doctor/worklist.xhtml", "/reception/..;/doctor/worklist.xhtml", "/%64octor/worklist.xhtml", "//doctor/worklist.xhtml",
                    "/./doctor/worklist.xhtml", "/doctor%2fworklist.xhtml", "/doctor/%2e/worklist.xhtml", "/DOCTOR/worklist.xhtml", "/doctor/worklist.XHTML", "/doctor/worklist%2exhtml", "/doctor/worklist.xhtml/", "/doctor/worklist.xhtml/x.css",
                    "/doctor\\worklist.xhtml", "/doctor%5cworklist.xhtml", "/doctor/worklist.xhtml%00", "/doctor/worklist.xhtml%00.css", "/faces/doctor/worklist.xhtml", "/doctor/worklist.jsf", "/doctor/worklist.faces",
                    "/jakarta.faces.resource/../doctor/worklist.xhtml", "/patient/worklist.xhtml?jakarta.faces.ViewId=/doctor/worklist.xhtml")) {
                for (Reply answer : List.of(wire.get(target), wire.get(target, desk))) {
                    assertThat(answer.status()).as(target).isNotEqualTo(500);
                    assertThat(answer.body()).as(target).doesNotContain("Worklist");
                }
            }
            for (String target : List.of("/WEB-INF/web.xml", "/web-inf/web.xml", "//WEB-INF/web.xml", "/./WEB-INF/web.xml", "/%57EB-INF/web.xml", "/WEB-INF%2fweb.xml", "/WEB-INF./web.xml", "/WEB-INF;/web.xml", "/patient/..;/WEB-INF/web.xml",
                    "/patient/../WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/WEB-INF/templates/gate.xhtml", "/WEB-INF/tags/field.xhtml", "/WEB-INF/classes/clinic/anteroom/web/messages.properties", "/WEB-INF/faces-config.xml", "/resources/anteroom/none.xhtml",
                    "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF", "/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF", "/jakarta.faces.resource/..%2fWEB-INF%2fweb.xml.xhtml", "/jakarta.faces.resource/../WEB-INF/web.xml", "/jakarta.faces.resource/WEB-INF/web.xml.xhtml",
                    "/jakarta.faces.resource/web.xml.xhtml?loc=../WEB-INF", "/jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF", "/jakarta.faces.resource/messages.properties.xhtml?ln=clinic/anteroom/web", "/jakarta.faces.resource/gate.xhtml.xhtml?ln=../WEB-INF/templates",
                    "/jakarta.faces.resource//etc/hostname.xhtml", "/jakarta.faces.resource/hostname.xhtml?ln=/etc", "/jakarta.faces.resource/", "/resources/", "/fhir/../WEB-INF/web.xml", "/calendar/../WEB-INF/web.xml")) {
                for (Reply answer : List.of(wire.get(target), wire.get(target, doctor))) {
                    assertThat(answer.status()).as(target).isIn(301, 400, 404);
                    assertThat(answer.body()).as(target).doesNotContainPattern(SECRETS_OF_THE_WAR);
                }
            }
        }
        for (String open : List.of("/health", "/health/ready", "/metrics", "/openapi", "/openapi-ui/", "/management/domain", "/asadmin", "/web-console", "/rest-api", "/application.wadl", "/patient/start.jsf", "/patient/start.faces", "/faces/patient/start.xhtml",
                "/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrt=sc&pfdrid=x")) {
            assertThat(wire.get(open).body()).as(open).matches(body -> body.isEmpty() || body.contains("Page not found"), "nothing, or our own page");
        }
    }

    @Test
    @DisplayName("T35 no answer takes up the host that was asked for, and no redirect leads to another one")
    void theHostIsTheVisitorsWord() {
        for (String target : List.of("/", "/patient/start.xhtml", "/sign-in.xhtml", "/doctor", "/doctor/worklist.xhtml", "/patient/contact.xhtml", "/patient/start.xhtml?lang=fr", "/nowhere", "/sign-in/other/back?code=x")) {
            assertThat(wire.get(target, "Host: " + EVIL, "X-Forwarded-Host: " + EVIL, "Forwarded: host=" + EVIL).all()
                    .replace("&quot;rpId&quot;:&quot;" + EVIL + "&quot;", "")) // A passkey is asked for at the page's own host: a browser refuses any other.
                    .as(target).doesNotContain(EVIL);
        }
        for (String target : List.of("//" + EVIL + "/../patient/contact.xhtml", "///" + EVIL + "/../patient/contact.xhtml", "//" + EVIL + "/%2e%2e/patient/contact.xhtml", "//" + EVIL + ";/../patient/contact.xhtml")) {
            Reply again = wire.post(target, "jakarta.faces.ViewState=1:2");
            assertThat(again.status()).as(target).isEqualTo(302);
            assertThat(again.header("Location")).as(target).isEqualTo("/patient/contact.xhtml#again");
            assertThat(wire.get(target + "?lang=fr").header("Location")).as(target).isEqualTo("/patient/contact.xhtml");
        }
        for (String wanted : List.of("//" + EVIL + "/doctor/", "https://" + EVIL + "/", "/doctor/%0d%0aX-Planted:%20x")) {
            assertThat(wire.get("/sign-in.xhtml?wanted=" + wanted).headers()).doesNotContainKeys("x-planted", "location");
        }
    }

    @Test
    @DisplayName("T31 the server listens at one port, for its own machine only: no port of administration, of a cluster, of another protocol")
    void oneDoorForTheMachineItself() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                    assertThat(answers(address)).as(address + ":" + home.getPort()).isFalse();
                }
            }
        }
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "needs Linux");
        Map<String, String> listening = new TreeMap<>();
        for (Path table : Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of).filter(Files::isReadable).toList()) {
            Files.readAllLines(table).stream().map(line -> line.strip().split("\\s+")).filter(line -> line.length > 9 && line[3].equals("0A")).forEach(line -> listening.put(line[9], line[1]));
        }
        String port = String.format("%04X", home.getPort());
        List<TreeSet<String>> servers = new ArrayList<>();
        for (Path process : processes()) {
            TreeSet<String> ports = sockets(process).stream().filter(listening::containsKey).map(listening::get).collect(Collectors.toCollection(TreeSet::new));
            if (ports.stream().anyMatch(one -> one.endsWith(":" + port))) {
                servers.add(ports);
            }
        }
        assertThat(servers).as("the process of the server").hasSize(1);
        assertThat(servers.get(0)).as("where it listens").hasSize(1).allMatch(one -> one.matches("(0000000000000000FFFF0000|)0100007F:" + port), "loopback");
    }

    private boolean answers(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, home.getPort()), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static List<Path> processes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(one -> one.getFileName().toString().matches("\\d+")).toList();
        }
    }

    /** The inodes of a process's sockets; none where it is somebody else's. */
    private static List<String> sockets(Path process) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            List<String> inodes = new ArrayList<>();
            for (Path file : files.toList()) {
                try {
                    Matcher socket = Pattern.compile("socket:\\[(\\d+)]").matcher(Files.readSymbolicLink(file).toString());
                    if (socket.matches()) {
                        inodes.add(socket.group(1));
                    }
                } catch (IOException gone) {
                    // Closed meanwhile.
                }
            }
            return inodes;
        } catch (IOException notOurs) {
            return List.of();
        }
    }
}
