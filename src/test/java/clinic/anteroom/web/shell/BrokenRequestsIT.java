package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.PlainWire;
import clinic.anteroom.testing.PlainWire.Reply;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that no page of ours makes: half of a form, a form of somebody else, a document that wants to be read as something else, a page reached from inside. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BrokenRequestsIT {

    private static final String OF_THE_HOUSE = "(?i)payara|glassfish|grizzly|mojarra|primefaces[/ -]?\\d|eclipselink|postgres|hapi-\\d|exception|\\bat [a-z.]+\\(|clinic[./]anteroom|\\b(?:java|jakarta(?!\\.faces\\.(?:resource|ViewState))|org|com|fish)\\.[a-z]+\\.[a-z]|StreamRead|/WEB-INF|/opt/|\\.java\\b";

    @ArquillianResource
    private URL home;

    private PlainWire wire;

    @BeforeEach
    void connect() {
        wire = new PlainWire(home);
    }

    @Test
    @DisplayName("T35 whatever is wrong with a request, its answer names no class, path, product or version")
    void brokenRequestsAreAnsweredPlainly() throws Exception {
        Map<String, Reply> answers = new LinkedHashMap<>();
        for (String target : List.of("/patient/start.xhtml?find=%zz", "/patient/question.xhtml?page=%F0%9F", "/patient/question.xhtml?page[]=1&page=2", "/doctor/attachment?id=%00", "/calendar/..%2f", "/fhir/Nothing/1", "/fhir/Patient?_count=x", "/%", "/%zz",
                "/patient/start.xhtml?" + "a".repeat(9000), "/jakarta.faces.resource/x.css.xhtml?ln=%00", "/patient/visit.ics?id=x%00")) {
            answers.put("GET " + target, wire.get(target));
        }
        answers.put("no host", wire.get("/", "Host:"));
        answers.put("odd language", wire.get("/patient/start.xhtml", "Accept-Language: <script>,,;q=x"));
        answers.put("odd choice", wire.get("/patient/start.xhtml?lang='};alert(1);//"));
        answers.put("odd cookies", wire.get("/patient/start.xhtml", "Cookie: __Host-sid=../../x; __Host-language=<b>; __Host-staff=1; __Host-draft=%%; __Host-visit=x"));
        answers.put("long header", wire.get("/", "X-Long: " + "a".repeat(9000)));
        answers.put("file without a boundary", wire.ask("POST", "/patient/photos.xhtml", "x", "Content-Type: multipart/form-data"));
        answers.put("file of nothing", wire.ask("POST", "/patient/photos.xhtml", "garbage", "Content-Type: multipart/form-data; boundary=x"));
        answers.put("a document for a page", wire.ask("POST", "/patient/question.xhtml", "{}", "Content-Type: application/json"));
        answers.put("unknown letters", wire.ask("POST", "/sign-in.xhtml", "a=b", "Content-Type: application/x-www-form-urlencoded; charset=nonsense"));
        for (String state : List.of("stateless", "a:b", "1:2", "", "%00", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==")) {
            for (String target : List.of("/sign-in.xhtml", "/patient/contact.xhtml", "/nowhere.xhtml")) {
                answers.put("state " + state + " at " + target, wire.post(target, "signin=signin&jakarta.faces.ViewState=" + state));
            }
            answers.put("script with state " + state, wire.post("/sign-in.xhtml", "jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=" + state, "Faces-Request: partial/ajax"));
        }
        answers.forEach((what, answer) -> assertThat(answer.all()).as(what).doesNotContainPattern(OF_THE_HOUSE));
        for (String odd : List.of("odd language", "odd choice", "odd cookies")) {
            assertThat(answers.get(odd).body()).as(odd + ": one of ours, and nothing else, stands in the script").contains("lang=\"en\"", "{locale:'en',").doesNotContain("alert(1)';", "{locale:''");
        }
        assertThat(answers.get("state stateless at /sign-in.xhtml").status()).isEqualTo(500);
        assertThat(answers.values()).filteredOn(answer -> answer.status() == 500).isNotEmpty().allSatisfy(answer -> assertThat(answer.body()).contains("Something went wrong"));
    }

    @Test
    @DisplayName("T24 a form counts in its own session only, with the page's nonce; its state lies on the server, and what fails says so on our own page with a reference")
    void aFormIsOfItsSession() {
        Reply page = wire.get("/sign-in.xhtml");
        String cookie = "Cookie: " + page.cookie("__Host-sid").orElseThrow();
        String state = page.field("jakarta.faces.ViewState");
        String nonce = page.field("primefaces.nonce");
        assertThat(state).as("the key of a state, not the state").matches("-?\\d+:-?\\d+");
        String form = "signin=signin&signin:wanted=&signin:username=&signin:password=&signin:in=x&jakarta.faces.ViewState=" + state;
        assertThat(wire.post("/sign-in.xhtml", form + "&primefaces.nonce=" + nonce, cookie).body()).as("the form itself").contains("There is a problem");
        Reply another = wire.post("/sign-in.xhtml", form + "&primefaces.nonce=" + nonce);
        assertThat(another.status()).as("from another session").isEqualTo(302);
        assertThat(another.header("Location")).isEqualTo("/sign-in.xhtml#again");
        Reply evil = wire.get("/sign-in.xhtml");
        assertThat(wire.post("/sign-in.xhtml", form.replace(state, evil.field("jakarta.faces.ViewState")) + "&primefaces.nonce=" + nonce, cookie).header("Location")).as("with the state of another session").isEqualTo("/sign-in.xhtml#again");
        String injected = Base64.getEncoder().encodeToString("x'; script-src *".getBytes(StandardCharsets.UTF_8));
        for (String wrong : List.of("", "&primefaces.nonce=", "&primefaces.nonce=%27%20*%3B%20script-src%20*", "&primefaces.nonce=" + injected, "&primefaces.nonce=a%0d%0aX-Planted:%20x")) {
            Reply refused = wire.post("/sign-in.xhtml", form + wrong, cookie);
            assertThat(refused.status()).as(wrong).isEqualTo(500);
            assertThat(refused.body()).as(wrong).contains("Something went wrong").containsPattern("<b class=\"num\">[0-9A-F]{12}</b>").doesNotContainPattern(OF_THE_HOUSE);
            assertThat(refused.header("Content-Security-Policy")).as(wrong).matches("[^*]*script-src 'self' 'nonce-[^']+';?");
            assertThat(refused.headers()).doesNotContainKey("x-planted");
        }
    }

    @Test
    @DisplayName("T24 signing out needs the token of the sign-in: a form of another site ends nothing")
    void signingOutNeedsTheToken() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            String cookie = "Cookie: " + SignedInStaff.cookie(Roles.RECEPTIONIST, database);
            wire.post("/sign-out", "", cookie);
            wire.post("/sign-out", "token=" + Sha256.of("sign out"), cookie);
            assertThat(wire.get("/sign-out", cookie).status()).isEqualTo(405);
            Reply page = wire.get("/reception/orders.xhtml", cookie);
            assertThat(page.status()).as("still in").isEqualTo(200);
            Reply out = wire.post("/sign-out", "token=" + page.field("token"), cookie);
            assertThat(out.header("Clear-Site-Data")).contains("cache", "storage");
            assertThat(wire.get("/reception/orders.xhtml", cookie).status()).as("out").isEqualTo(302);
        }
    }

    @Test
    @DisplayName("T21 a page reached from inside the server, past every guard on addresses, is shown to whoever may see it and is missing for everybody else")
    void aForwardIsGuarded() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            String desk = "Cookie: " + SignedInStaff.cookie(Roles.RECEPTIONIST, database);
            String doctor = "Cookie: " + SignedInStaff.cookie(Roles.DOCTOR, database);
            String forward = "/patient/test-forward?to=";
            assertThat(wire.get(forward + "/patient/start.xhtml").status()).as("the forward itself works").isEqualTo(200);
            assertThat(wire.get(forward + "/doctor/worklist.xhtml", doctor).body()).as("for the doctor").contains("Worklist");
            for (String view : List.of("/doctor/worklist.xhtml", "/admin/settings.xhtml", "/privacy/start.xhtml", "/calldesk/book.xhtml", "/WEB-INF/templates/gate.xhtml", "/WEB-INF/tags/field.xhtml")) {
                for (Reply answer : List.of(wire.get(forward + view), wire.get(forward + view, desk))) {
                    assertThat(answer.status()).as(view).isEqualTo(404);
                    assertThat(answer.body()).as(view).contains("Page not found").doesNotContain("Worklist");
                }
            }
            assertThat(wire.get(forward + "/your-sign-in.xhtml").status()).as("a guest").isEqualTo(404);
        }
    }

    @Test
    @DisplayName("T32 a document that other programs send is read as data: no entity, no file of ours, no bomb, no depth without end")
    void documentsAreData() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            String token = "anteroom_" + Sha256.of(NewId.next().toString()).substring(0, 43);
            UUID id = NewId.next();
            database.run("insert into access_token (id, token_hash, client, role, expires_at) values (?, ?, 'documents', ?, now() + interval '1 hour')", id, Sha256.of(token), Roles.INTEGRATOR);
            String bearer = "Authorization: Bearer " + token;
            Path planted = Files.writeString(Files.createTempFile("planted", ".txt"), "planted-in-a-file");
            StringBuilder bomb = new StringBuilder("<!ENTITY a0 \"laughing\">");
            for (int i = 1; i < 10; i++) {
                bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
            }
            String parameters = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"start\"/><valueString value=\"%s\"/></parameter></Parameters>";
            Map<String, String> documents = new LinkedHashMap<>();
            documents.put("an entity", "<!DOCTYPE r [<!ENTITY x \"planted-inside\">]>" + parameters.formatted("&x;"));
            documents.put("a file", "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + planted.toUri() + "\">]>" + "<Parameters xmlns=\"http://hl7.org/fhir\"><id value=\"x\">&x;</id><parameter><name value=\"start\"/>&x;</parameter></Parameters>");
            documents.put("a document type from elsewhere", "<!DOCTYPE r SYSTEM \"" + home + "ready\">" + parameters.formatted("x"));
            documents.put("a bomb", "<!DOCTYPE r [" + bomb + "]>" + parameters.formatted("&a9;"));
            documents.put("depth", "{\"resourceType\":\"Parameters\",\"parameter\":" + "[{\"part\":".repeat(20_000) + "[]" + "}]".repeat(20_000) + "}");
            documents.put("a class", "{\"resourceType\":\"Parameters\",\"@class\":\"java.net.URL\",\"parameter\":[[\"java.net.URL\",\"x\"]]}");
            for (Map.Entry<String, String> document : documents.entrySet()) {
                for (String operation : List.of("/fhir/QuestionnaireResponse/$triage", "/fhir/Appointment/$find", "/fhir/Appointment/$book")) {
                    long begun = System.nanoTime();
                    Reply answer = wire.ask("POST", operation, document.getValue(), bearer, "Content-Type: application/fhir+" + (document.getValue().startsWith("{") ? "json" : "xml"));
                    assertThat(answer.status()).as(document.getKey() + " " + operation).isBetween(400, 499);
                    assertThat(answer.body()).as(document.getKey() + " " + operation).contains("OperationOutcome").doesNotContain("planted-in", "laughing").doesNotContainPattern("HAPI-|StreamRead|fasterxml|Exception");
                    assertThat((System.nanoTime() - begun) / 1_000_000).as(document.getKey() + ", milliseconds").isLessThan(10_000);
                }
            }
            Files.delete(planted);
            database.run("delete from access_token where id = ?", id);
        }
    }
}
