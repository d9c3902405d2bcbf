package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.FreeText;
import clinic.anteroom.testing.InertLook;
import clinic.anteroom.testing.InertRecords;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.PlainBrowser.Answer;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import clinic.anteroom.testing.SomeRecord;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What would run in a browser, a template or a sheet stands in every column that keeps words ({@code free-text.txt}); every page that shows them is opened.
 * Each column's words begin with a mark of their own, so that a column which no page showed is a fault of this test.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InertEverywhereIT {

    @ArquillianResource
    private URL home;

    private final LocalDate day = LocalDate.now(ZoneId.of("America/Toronto")).plusWeeks(31).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    private ServersDatabase database;
    private InertRecords clinic;
    private InertLook look;

    @BeforeEach
    void plant() throws Exception {
        look = new InertLook(home.toString(), FreeText::shownIn);
        database = ServersDatabase.open();
        clinic = new InertRecords(database, day);
    }

    @AfterEach
    void clear() throws Exception {
        clinic.close();
        database.close();
    }

    @Test
    @DisplayName("T30 thirty payloads in every column that keeps words: none runs on any page of any face, without our content policy and with it")
    void noneRuns() throws Exception {
        for (String column : FreeText.columns()) {
            assertThat(clinic.given(column)).as(column).isPositive();
        }
        assertThat(FreeText.columns().stream().filter(column -> clinic.given(column) < FreeText.THIRTY.size()).toList()).as("thirty, forty or eighty letters have room for fewer")
                .containsExactly("board_group.name", "patient.phone", "questionnaire_response.emergency_phone", "saved_reply.title");
        for (SomeRecord record : clinic.records()) {
            everyFace(Browser.withoutPolicy(), record, look.looked() == 0);
        }
        everyFace(Browser.desk(), clinic.records().get(0), true);
        assertThat(look.wrong()).isEmpty();
        assertThat(look.looked()).isGreaterThan(250);
        Set<String> unseen = new TreeSet<>(FreeText.columns());
        unseen.removeAll(look.shown());
        assertThat(unseen).as("columns whose words no page showed").isEmpty();
    }

    private void everyFace(BrowserContext window, SomeRecord one, boolean lists) throws Exception {
        try (window) {
            Page page = look.heard(window.newPage());
            staff(page, Roles.DOCTOR, one.form().toString(), lists ? List.of("doctor/worklist.xhtml?folder=all", "doctor/rules.xhtml", "doctor/ruleset.xhtml?name=muscle-twitching&version=2", "doctor/today.xhtml?date=" + day, "doctor/today.xhtml?date=" + day.plusDays(1), "doctor/figures.xhtml", "doctor/away.xhtml", "doctor/locked.xhtml", "doctor/replies.xhtml") : List.of(),
                    "doctor/review.xhtml?case=%s", "doctor/print.xhtml?case=%s", "doctor/whatif.xhtml?case=%s", "doctor/requisition.xhtml?case=%s&order=" + one.order());
            staff(page, Roles.RECEPTIONIST, one.visit().toString(), lists ? List.of("reception/orders.xhtml", "reception/day.xhtml?date=" + day, "reception/day.xhtml?date=" + day.plusDays(1), "reception/day.xhtml?view=week&date=" + day, "reception/print.xhtml?of=all&date=" + day, "reception/alerts.xhtml",
                    "reception/replies.xhtml", "reception/carers.xhtml", "reception/columns.xhtml", "reception/availability.xhtml?of=" + "00000000-0000-7000-8000-000000000101", "reception/reports.xhtml", "reception/waitlist.xhtml", "reception/lists.xhtml?date=" + day.plusDays(1), "reception/flow.xhtml", "reception/caller.xhtml", "reception/series.xhtml", "reception/legs.xhtml", "reception/several.xhtml?date=" + day) : List.of(),
                    "reception/day.xhtml?date=" + day + "&visit=%s", "reception/visit.xhtml?id=%s", "reception/booking.xhtml?visit=%s", "reception/replies.xhtml?patient=" + one.patient(), "reception/carers.xhtml?patient=" + one.patient(),
                    "reception/day.xhtml?date=" + day + "&patient=" + one.patient(), "reception/find.xhtml?q=Inert", "reception/walkin.xhtml?patient=" + one.patient(),
                    "reception/booking.xhtml?type=EMG&from=" + day.minusWeeks(2) + "&patient=" + one.patient());
            staff(page, Roles.PRIVACY_OFFICER, one.patient().toString(), lists ? List.of("privacy/locks.xhtml", "privacy/refused.xhtml", "privacy/due.xhtml", "privacy/touched.xhtml?account=&from=&to=", "privacy/seals.xhtml") : List.of(),
                    "privacy/start.xhtml?patient=%s", "privacy/locks.xhtml?patient=%s", "privacy/record.xhtml?reason=TREAT&patient=%s");
            if (lists) {
                staff(page, Roles.ADMINISTRATOR, "REMINDER", List.of("admin/settings.xhtml", "admin/accounts.xhtml", "admin/closures.xhtml", "admin/visits.xhtml", "admin/visits.xhtml?visit=EMG", "admin/visit-new.xhtml", "admin/visit-questions.xhtml?visit=EMG", "admin/letters.xhtml",
                        "admin/visit-questions.xhtml?visit=EMG&question=00000000-1337-7000-8000-000000000003"), "admin/letters.xhtml?kind=%s&in=en", "admin/letters.xhtml?kind=%s&in=fr");
                SignedInStaff.of(window, InertRecords.ACCOUNT + 0, database, home.toString());
                look.at(page, "your-sign-in.xhtml");
            }
            SomeVisitors.openSession(database, one.patient(), window, home);
            for (String path : List.of("start.xhtml", "visits.xhtml", "visit.xhtml?id=" + one.visit(), "asked.xhtml?id=" + one.visit(), "messages.xhtml", "diary.xhtml", "family.xhtml", "looked.xhtml", "choose.xhtml", "waiting.xhtml", "question.xhtml?begin=new&about=muscle-twitching",
                    "visit.xhtml?lang=fr&id=" + one.visit(), "asked.xhtml?lang=fr&id=" + one.visit())) {
                look.at(page, "patient/" + path);
            }
        }
    }

    private void staff(Page page, String role, String id, List<String> lists, String... ofOne) throws Exception {
        SignedInStaff.in(page.context(), role, database, home.toString());
        for (String path : lists) {
            look.at(page, path);
        }
        for (String path : ofOne) {
            look.at(page, String.format(path, id));
        }
    }

    @Test
    @DisplayName("T30 T33 thirty payloads in what leaves the house: a calendar file, a day sheet and FHIR resources hold them as words, and no line or cell begins with one")
    void noneRunsElsewhere() throws Exception {
        SomeRecord one = clinic.records().get(0);
        PlainBrowser desk = SignedInStaff.as(Roles.RECEPTIONIST, database, home.toString());
        String sheet = desk.get("reception/sheet.csv?of=all&phones=1&date=" + day).body();
        assertThat(sheet).contains(FreeText.mark("patient.family_name"));
        assertThat(sheet.lines().flatMap(line -> List.of(line.split("\",\"|,(?=\")")).stream())).noneMatch(cell -> cell.replaceFirst("^\"", "").matches("[=+@-].*"));
        Answer file = desk.get("reception/visit.ics?id=" + one.visit());
        assertThat(file.body().lines().filter(line -> !line.matches("[ ].*|[A-Z][A-Z-]*[;:].*"))).isEmpty();
        assertThat(file.body()).contains("BEGIN:VEVENT").doesNotContain("1337");
        String token = "anteroom_" + Sha256.of(one.toString()).substring(0, 43);
        database.run("insert into access_token (id, token_hash, client, role, expires_at) values (gen_random_uuid(), ?, 'inert', 'DOCTOR', now() + interval '1 hour')", Sha256.of(token));
        PlainBrowser program = new PlainBrowser(home.toString()).sending("Authorization", "Bearer " + token);
        String words = FreeText.mark("questionnaire_response.answers") + "\n" + String.join("\n", FreeText.THIRTY);
        String response = program.get("fhir/QuestionnaireResponse/" + one.form()).body();
        assertThat(Json.createReader(new StringReader(response)).readObject().toString()).contains(Json.createValue(words).toString());
        for (String resource : List.of("Patient/" + one.patient(), "ServiceRequest?patient=Patient/" + one.patient(), "Appointment?patient=Patient/" + one.patient(), "HealthcareService")) {
            assertThat(Json.createReader(new StringReader(program.get("fhir/" + resource).body())).readObject().toString()).as(resource).containsPattern("q\\d\\dz ").doesNotContain("1337\"");
            String xml = program.get("fhir/" + resource + (resource.contains("?") ? "&" : "?") + "_format=xml").body();
            assertThat(xml).as(resource).containsPattern("q\\d\\dz ").doesNotContain("<script", "<img", "<svg", "<iframe", "<b onclick");
        }
    }

    @Test
    @DisplayName("T30 what is only looked for comes back in the page as words: every page with thirty payloads for what is searched and one for every other parameter")
    void whatIsAskedIsInert() throws Exception {
        List<String> searched = List.of("q", "find", "search", "account", "name");
        List<String> others = List.of("date", "of", "from", "to", "id", "case", "patient", "visit", "order", "jump", "undo", "told", "version", "rule", "kind", "in", "link", "about", "page", "result", "at",
                "type", "reason", "wall", "least", "most", "every", "times", "done", "view", "pane", "col", "lang");
        for (int at : new int[] {0, 15}) { // An address has room for half of them.
            List<String> half = FreeText.THIRTY.subList(at, at + 15);
            String all = query(searched, half) + "&" + IntStream.range(0, others.size()).mapToObj(i -> query(List.of(others.get(i)), List.of(half.get(i % 15)))).collect(Collectors.joining("&"));
            for (String role : Roles.OF_PEOPLE) {
                try (BrowserContext window = Browser.withoutPolicy()) {
                    SignedInStaff.in(window, role, database, home.toString());
                    Page page = look.heard(window.newPage());
                    for (String path : pages()) {
                        if (Face.of("/" + path).map(face -> face.role() == null ? role.equals(Roles.RECEPTIONIST) : face == Face.ofRole(role)).orElse(false)) {
                            look.at(page, path + "?" + all);
                        }
                    }
                }
            }
        }
        assertThat(look.wrong()).isEmpty();
        assertThat(look.looked()).isGreaterThan(150);
    }

    private static String query(List<String> parameters, List<String> words) {
        return parameters.stream().map(name -> name + "=" + URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private static List<String> pages() throws IOException {
        Path root = Path.of("src", "main", "webapp");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".xhtml") && !file.startsWith(root.resolve("WEB-INF"))).map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
