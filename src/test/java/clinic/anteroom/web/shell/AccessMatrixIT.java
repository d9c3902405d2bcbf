package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.PressedForm;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.PlainBrowser.Answer;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.SomeVisitors;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who gets what: every page and servlet with every role, every parameter and every button of a patient's pages with somebody else's ids, every
 * interaction of the FHIR door. The lists are read from the sources and from the door itself, so what is added is tried without being named here.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessMatrixIT {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Path CODE = Path.of("src", "main", "java", "clinic", "anteroom", "web");
    private static final Pattern PARAMETER = Pattern.compile("(?:get|getOrDefault|getParameter|containsKey|asked|parameter)\\(\"([a-z][A-Za-z:_-]*)\"");
    private static final Pattern VIEW_PARAMETER = Pattern.compile("<f:viewParam name=\"([^\"]+)\"");

    @ArquillianResource
    private URL home;

    private String at;

    @BeforeEach
    void begin() {
        at = home.toString();
    }

    @Test
    @DisplayName("T21 T22 every page and servlet with every role: what is another role's answers like what does not exist, by GET and by POST")
    void everyPageWithEveryRole() throws Exception {
        List<String> leaks = new ArrayList<>();
        int tried = 0;
        try (ServersDatabase database = ServersDatabase.open()) {
            for (String role : Roles.OF_PEOPLE) {
                PlainBrowser browser = SignedInStaff.as(role, database, at);
                assertThat(browser.get(Face.ofRole(role).home().substring(1)).status()).as(role + " at home").isEqualTo(200);
                for (String path : addresses()) {
                    Answer got = browser.get(path);
                    tried++;
                    if (mayOpen(role, "/" + path)) {
                        note(leaks, got.status() >= 500 || !Face.isOpenPage("/" + path) && got.location().contains("sign-in"), role + " GET " + path + " " + got.status());
                        continue;
                    }
                    String missing = path.replaceAll("[^/]+$", "nothing.xhtml");
                    note(leaks, got.status() != 404 || !got.blanked().equals(browser.get(missing).blanked()), role + " GET " + path + " " + got.status());
                    Answer sent = browser.post(path, Map.of("form", "form", "form:save", "x"));
                    note(leaks, sent.status() != 404 || !sent.blanked().equals(browser.post(missing, Map.of("form", "form", "form:save", "x")).blanked()),
                            role + " POST " + path + " " + sent.status());
                }
            }
            for (String path : addresses()) {
                Answer got = new PlainBrowser(at).get(path);
                boolean staffOnly = Face.isStaffPage("/" + path) || Face.of("/" + path).filter(face -> face != Face.PATIENT).isPresent();
                note(leaks, got.status() >= 500 || staffOnly && !(got.status() == 302 && got.location().contains("/sign-in.xhtml")), "guest GET " + path + " " + got.status());
                tried++;
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    @Test
    @DisplayName("T22 every parameter of every page of patients: somebody else's id answers like an unknown one")
    void everyParameterWithForeignIds() throws Exception {
        List<String> leaks = new ArrayList<>();
        try (ServersDatabase database = ServersDatabase.open()) {
            Visitor own = new Visitor(database, "Matrixown");
            Visitor other = new Visitor(database, "Matrixother");
            PlainBrowser browser = own.browser(database);
            int tried = 0;
            for (String path : addresses()) {
                if (!path.startsWith("patient/") || path.endsWith("start.xhtml")) {
                    continue;
                }
                for (String parameter : parameters()) {
                    Answer unknown = browser.get(path + "?" + parameter + "=" + NewId.next());
                    for (UUID foreign : other.ids()) {
                        Answer got = browser.get(path + "?" + parameter + "=" + foreign);
                        note(leaks, got.body().contains(other.family) || !got.blanked().equals(unknown.blanked()), path + "?" + parameter + " " + got.status() + " " + unknown.status());
                        tried++;
                    }
                }
            }
            assertThat(leaks).isEmpty();
            assertThat(tried).isGreaterThan(500);
        }
    }

    @Test
    @DisplayName("T22 every button of a patient's pages, sent with somebody else's ids, does what it does with unknown ones: nothing")
    void everyButtonWithForeignIds() throws Exception {
        List<String> leaks = new ArrayList<>();
        try (ServersDatabase database = ServersDatabase.open()) {
            Visitor own = new Visitor(database, "Buttonown");
            Visitor other = new Visitor(database, "Buttonother");
            PlainBrowser browser = own.browser(database);
            String before = other.state(database);
            int tried = 0;
            for (String path : addresses()) {
                if (!path.startsWith("patient/") || !path.endsWith(".xhtml")) {
                    continue;
                }
                String shown = path + "?id=" + own.visit;
                for (String button : PressedForm.buttons(browser.get(shown).body())) {
                    Answer foreign = press(browser, shown, button, other.visit);
                    Answer unknown = press(browser, shown, button, NewId.next());
                    note(leaks, foreign != null && unknown != null && (foreign.body().contains(other.family) || foreign.status() != unknown.status()
                            || !foreign.blanked().location().equals(unknown.blanked().location())), path + " " + button);
                    tried++;
                }
            }
            assertThat(leaks).isEmpty();
            assertThat(other.state(database)).isEqualTo(before);
            assertThat(tried).isGreaterThan(10);
        }
    }

    @Test
    @DisplayName("T22 every interaction of the FHIR door with every role: what a role may not read answers alike whether it is there or not")
    void everyInteractionOfTheFhirDoor() throws Exception {
        List<String> leaks = new ArrayList<>();
        try (ServersDatabase database = ServersDatabase.open()) {
            new SomeCases(database).weakArm("Fhir", "Matrix");
            Map<String, PlainBrowser> clients = new HashMap<>();
            for (String role : List.of(Roles.DOCTOR, Roles.RECEPTIONIST, Roles.INTEGRATOR)) {
                clients.put(role, client(database, role));
            }
            List<JsonObject> kinds = json(new PlainBrowser(at).get("fhir/metadata").body()).getJsonArray("rest").getJsonObject(0).getJsonArray("resource").getValuesAs(JsonObject.class);
            assertThat(kinds).hasSizeGreaterThan(8);
            for (JsonObject kind : kinds) {
                String type = kind.getString("type");
                Optional<String> there = clients.values().stream().map(client -> existing(client, type)).flatMap(Optional::stream).findFirst();
                Answer closed = new PlainBrowser(at).get("fhir/" + type + "/" + there.orElse("x"));
                note(leaks, closed.status() != 401, "nobody reads " + type);
                note(leaks, new PlainBrowser(at).get("fhir/" + type).status() != 401, "nobody searches " + type);
                for (Map.Entry<String, PlainBrowser> client : clients.entrySet()) {
                    Answer unknown = client.getValue().get("fhir/" + type + "/" + NewId.next());
                    note(leaks, unknown.status() == 200 || unknown.status() >= 500, client.getKey() + " reads an unknown " + type + " " + unknown.status());
                    there.ifPresent(id -> {
                        Answer read = client.getValue().get("fhir/" + type + "/" + id);
                        note(leaks, read.status() != 200 && !read.blanked(id).equals(unknown.blanked(id)), client.getKey() + " reads " + type + " " + read.status() + " " + unknown.status());
                        note(leaks, read.status() == 200 && unknown.status() != 404, client.getKey() + " reads an unknown " + type + " " + unknown.status());
                    });
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    @DisplayName("T22 every search of the FHIR door with every role: a record that is locked for the role, or not the role's, answers like an unknown one")
    void everySearchOfTheFhirDoor() throws Exception {
        List<String> leaks = new ArrayList<>();
        int tried = 0;
        try (ServersDatabase database = ServersDatabase.open()) {
            UUID form = new SomeCases(database).weakArm("Fhir", "Searched");
            UUID patient = UUID.fromString(database.one("select patient_id from questionnaire_response where id = ?", form));
            database.run("insert into consent_lock (id, patient_id, against, wording, written_by, written_at) values (?, ?, 'ALL', 'paper', 'privacy', now())", NewId.next(), patient);
            List<JsonObject> kinds = json(new PlainBrowser(at).get("fhir/metadata").body()).getJsonArray("rest").getJsonObject(0).getJsonArray("resource").getValuesAs(JsonObject.class);
            for (String role : List.of(Roles.DOCTOR, Roles.RECEPTIONIST, Roles.INTEGRATOR)) {
                PlainBrowser client = client(database, role);
                for (JsonObject kind : kinds) {
                    String type = kind.getString("type");
                    if (type.equals("Patient") || !kind.containsKey("searchParam")) {
                        continue; // Who exists is locked from nobody: a visit of theirs could not be booked.
                    }
                    for (JsonObject parameter : kind.getJsonArray("searchParam").getValuesAs(JsonObject.class)) {
                        for (UUID foreign : List.of(patient, form)) {
                            String search = "fhir/" + type + "?" + parameter.getString("name") + "=";
                            Answer unknown = client.get(search + NewId.next());
                            Answer got = client.get(search + foreign);
                            note(leaks, got.status() != unknown.status() || !got.undated().equals(unknown.undated()) || got.status() >= 500, role + " " + search + " " + got.status() + " " + unknown.status());
                            tried++;
                        }
                    }
                }
            }
            database.run("delete from consent_lock where patient_id = ?", patient);
        }
        assertThat(leaks).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    @DisplayName("T23 words of a patient's answers reach no page and no resource of a role that may not read them")
    void answersReachOnlyTheDoctor() throws Exception {
        String planted = "I drop cups";
        List<String> leaks = new ArrayList<>();
        try (ServersDatabase database = ServersDatabase.open()) {
            UUID form = new SomeCases(database).weakArm("Planted", "Word");
            UUID patient = UUID.fromString(database.one("select patient_id from questionnaire_response where id = ?", form));
            PlainBrowser doctor = SignedInStaff.as(Roles.DOCTOR, database, at);
            assertThat(doctor.get("doctor/review.xhtml?case=" + form).body()).contains(planted);
            for (String role : List.of(Roles.RECEPTIONIST, Roles.ADMINISTRATOR, Roles.PRIVACY_OFFICER)) {
                PlainBrowser browser = SignedInStaff.as(role, database, at);
                for (String path : addresses()) {
                    for (String query : path.endsWith("live") ? List.<String>of() : List.of("", "?patient=" + patient, "?id=" + form + "&case=" + form + "&of=" + patient, "?q=Word")) {
                        note(leaks, browser.get(path + query).body().contains(planted), role + " " + path + query);
                    }
                }
            }
            for (String role : List.of(Roles.RECEPTIONIST, Roles.INTEGRATOR)) {
                PlainBrowser client = client(database, role);
                for (String query : List.of("QuestionnaireResponse/" + form, "QuestionnaireResponse?patient=" + patient, "Patient/" + patient, "ServiceRequest?patient=" + patient, "Appointment?patient=" + patient)) {
                    note(leaks, client.get("fhir/" + query).body().contains(planted), role + " fhir/" + query);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    @DisplayName("T36 T22 a look that was refused leaves a row: who, what kind, which id; the officer reads it, and the patient's own trail is not longer for it")
    void whatWasRefusedIsInTheTrail() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            UUID form = new SomeCases(database).weakArm("Refused", "Looker" + NewId.next().toString().substring(28));
            UUID patient = UUID.fromString(database.one("select patient_id from questionnaire_response where id = ?", form));
            PlainBrowser desk = SignedInStaff.as(Roles.RECEPTIONIST, database, at);
            UUID nothing = NewId.next();
            assertThat(desk.get("doctor/review.xhtml?case=" + form).status()).isEqualTo(404);
            assertThat(desk.get("doctor/review.xhtml?case=" + nothing).status()).isEqualTo(404);
            assertThat(denied(database, form)).containsExactly("RECEPTIONIST VIEW QuestionnaireResponse " + patient);
            assertThat(denied(database, nothing)).containsExactly("RECEPTIONIST VIEW Unknown null");

            database.run("insert into consent_lock (id, patient_id, against, whom, wording, written_by, written_at) values (?, ?, 'ROLE', 'DOCTOR', 'paper', 'privacy', now())", NewId.next(), patient);
            PlainBrowser doctor = SignedInStaff.as(Roles.DOCTOR, database, at);
            assertThat(doctor.get("doctor/review.xhtml?case=" + form).status()).as("locked away").isEqualTo(404);
            assertThat(client(database, Roles.INTEGRATOR).get("fhir/QuestionnaireResponse/" + form).status()).isIn(403, 404);
            for (int i = 0; i < 50 && denied(database, form).size() < 3; i++) {
                Thread.sleep(100); // The FHIR door has answered before its row is written.
            }
            assertThat(denied(database, form)).contains("DOCTOR VIEW QuestionnaireResponse " + patient, "INTEGRATOR VIEW QuestionnaireResponse " + patient).hasSize(3);
            database.run("delete from consent_lock where patient_id = ?", patient);

            PlainBrowser stranger = new PlainBrowser(at);
            assertThat(stranger.get("nothing/" + NewId.next()).status()).isEqualTo(404);
            UUID guessed = NewId.next();
            stranger.get("nothing/" + guessed);
            assertThat(denied(database, guessed)).as("a stranger's guess fills no trail").isEmpty();

            PlainBrowser officer = SignedInStaff.as(Roles.PRIVACY_OFFICER, database, at);
            String listed = officer.get("privacy/refused.xhtml").body();
            assertThat(listed).contains(form.toString(), nothing.toString(), "Nothing of ours", "Wanted to see", "Refused Looker");
            assertThat(officer.get("privacy/start.xhtml?patient=" + patient).body()).contains("Wanted to see", "Refused");
            assertThat(officer.get("privacy/touched.xhtml?account=" + database.one("select agent from audit_event where entity_id = ?", nothing) + "&from=&to=").body())
                    .as("nothing was touched").doesNotContain("Looker");
            assertThat(denied(database, form)).as("reading the list refuses nothing").hasSize(3);
        }
    }

    private static List<String> denied(ServersDatabase database, UUID id) throws Exception {
        return database.list("select concat_ws(' ', agent_role, action, entity, coalesce(patient_id::text, 'null')) from audit_event where entity_id = ? and outcome = 'DENIED' order by written_as", id);
    }

    /** A patient with a visit, in a browser that has proved who it is. */
    private final class Visitor {
        private final String family;
        private final UUID patient;
        private final UUID visit;

        Visitor(ServersDatabase database, String family) throws Exception {
            this.patient = SomeVisitors.patient(database, family, LocalDate.of(1980, 5, 6));
            this.family = database.one("select family_name from patient where id = ?", patient);
            this.visit = SomeVisitors.visit(database, patient, "EMG", Instant.now().plus(Duration.ofDays(20)).truncatedTo(java.time.temporal.ChronoUnit.HOURS));
        }

        List<UUID> ids() {
            return List.of(visit, patient);
        }

        PlainBrowser browser(ServersDatabase database) throws Exception {
            String key = Sha256.of(NewId.next().toString());
            database.run("insert into visit_session (key_hash, patient_id, opened_at, last_seen_at) values (?, ?, now(), now())", Sha256.of(key), patient);
            return new PlainBrowser(at).with("__Host-visit", key);
        }

        String state(ServersDatabase database) throws Exception {
            return database.one("select row(a.*)::text || (select count(*) from occupancy o where o.appointment_id = a.id) from appointment a where a.id = ?", visit);
        }
    }

    private static boolean mayOpen(String role, String view) {
        if (Face.isOpenPage(view) || Face.isStaffPage(view)) {
            return true;
        }
        return Face.of(view).map(face -> face.role() == null || Roles.heldBy(role).contains(face.role())).orElse(true);
    }

    private PlainBrowser client(ServersDatabase database, String role) throws Exception {
        String token = "anteroom_" + Sha256.of(NewId.next().toString()).substring(0, 43);
        database.run("insert into access_token (id, token_hash, client, role, expires_at) values (gen_random_uuid(), ?, ?, ?, now() + interval '1 hour')", Sha256.of(token), "matrix", role);
        return new PlainBrowser(at).sending("Authorization", "Bearer " + token);
    }

    private static Optional<String> existing(PlainBrowser client, String type) {
        String asked = type.equals("Slot") ? "fhir/Slot?service-type=EMG&start=ge2026-12-07&start=lt2026-12-19" : "fhir/" + type + "?_count=1";
        Answer found = client.get(asked);
        Matcher id = Pattern.compile("\"resourceType\" ?: ?\"" + type + "\",\\s*\"id\" ?: ?\"([^\"]+)\"").matcher(found.body());
        return found.status() == 200 && id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    /** Presses a button of a page with every id in its form replaced; null where the form holds none. */
    private static Answer press(PlainBrowser browser, String page, String button, UUID instead) {
        return PressedForm.with(browser.get(page).body(), button).filter(PressedForm::holdsIds).map(form -> form.replacingIds(instead).send(browser)).orElse(null);
    }

    /** Every page, and every servlet below a face. */
    private static List<String> addresses() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES); Stream<Path> servlets = Files.walk(CODE.getParent())) {
            Stream<String> views = pages.filter(page -> page.toString().endsWith(".xhtml") && !page.startsWith(PAGES.resolve("WEB-INF")))
                    .map(page -> PAGES.relativize(page).toString().replace('\\', '/'));
            List<String> found = new ArrayList<>();
            for (Path source : servlets.filter(file -> file.toString().endsWith("Servlet.java")).toList()) {
                Matcher address = Pattern.compile("@WebServlet\\((?:urlPatterns = )?\"/((?:doctor|reception|admin|privacy|patient)/[^\"*]+)\"").matcher(Files.readString(source));
                if (address.find() && !address.group(1).equals("reception/live")) { // A stream that does not end; the guard on its folder is the same.
                    found.add(address.group(1));
                }
            }
            return Stream.concat(views, found.stream()).sorted().toList();
        }
    }

    /** Every name a page or a bean of patients reads from an address. */
    private static Set<String> parameters() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> code = Files.walk(CODE.resolve("patient")); Stream<Path> pages = Files.walk(PAGES.resolve("patient"))) {
            for (Path file : Stream.concat(code, pages).filter(Files::isRegularFile).toList()) {
                for (Pattern pattern : List.of(PARAMETER, VIEW_PARAMETER)) {
                    Matcher found = pattern.matcher(Files.readString(file));
                    while (found.find()) {
                        names.add(found.group(1));
                    }
                }
            }
        }
        assertThat(names).contains("id", "link");
        return names;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static synchronized void note(List<String> leaks, boolean leak, String what) {
        if (leak) {
            leaks.add(what);
        }
    }
}
