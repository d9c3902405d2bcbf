package clinic.anteroom.web.shell;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.testing.WaitingOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Every page of the application, read from its folder, with the states it is looked at in and the records those states are about. */
final class PageStates {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final LocalDate MONDAY = LocalDate.now(ZoneId.of("America/Toronto")).with(DayOfWeek.MONDAY).plusWeeks(23);

    /** A state: what follows the page's name, and after a space the id of a button that is pressed with nothing typed. */
    private static final Map<String, List<String>> STATES = Map.ofEntries(
            Map.entry("reception/day.xhtml", List.of("?date={day}&cols=all", "?date={day}&view=week", "?date={day}&cols=machines", "?date={day}&pane=away", "?date={day}&pane=wait", "?q=a",
                    "?patient={patient}", "?visit={visit}", "?visit={visit} c:cancel", "?date={day}&at={day}T09:00&col={park}&q=zzzz r:register",
                    "?date={day}&at={day}T09:00&col={park}&patient={patient}", "?date={day}&at={day}T09:00&col={park} x:block")),
            Map.entry("reception/visit.xhtml", List.of("?id={visit}", "?id={visit} c:cancel")),
            Map.entry("reception/booking.xhtml", List.of("?order={order}", "?visit={visit}", "?type=FAMILY_DOCTOR&patient={patient}")),
            Map.entry("reception/find.xhtml", List.of("", "?patient={patient}", "?q=a")),
            Map.entry("reception/legs.xhtml", List.of("?patient={patient}", "?patient={patient} l:show")),
            Map.entry("reception/series.xhtml", List.of("?patient={patient}", "?patient={patient} s:show")),
            Map.entry("reception/walkin.xhtml", List.of("", "?patient={patient}", "?q=a")),
            Map.entry("reception/waitlist.xhtml", List.of("", " f:show")),
            Map.entry("reception/lists.xhtml", List.of("", "?date={day}", "?date={day}&q=a", "?date={day}&patient={patient}", "?date={day} o:open")),
            Map.entry("reception/availability.xhtml", List.of("", "?of={park}", "?of={park} w:add", "?of={park} c:close")),
            Map.entry("reception/several.xhtml", List.of("?date={day}&of={park}", " s:preview")),
            Map.entry("reception/flow.xhtml", List.of("", "?of={park}")),
            Map.entry("reception/print.xhtml", List.of("?date={day}", "?date={day}&of={park}")),
            Map.entry("reception/replies.xhtml", List.of("", "?patient={patient}")),
            Map.entry("reception/columns.xhtml", List.of("", " c:save")),
            Map.entry("doctor/worklist.xhtml", List.of("", "?folder=OPEN", "?folder=DONE", "?folder=EMERGENCIES", "?folder=OPEN&search=nobodyatall")),
            Map.entry("doctor/review.xhtml", List.of("?case={case}", "?case={ordered}", "?case={stopped}")),
            Map.entry("doctor/print.xhtml", List.of("?case={case}")),
            Map.entry("doctor/whatif.xhtml", List.of("?case={case}")),
            Map.entry("doctor/requisition.xhtml", List.of("?case={ordered}&order={asked}")),
            Map.entry("doctor/today.xhtml", List.of("", "?date={day}")),
            Map.entry("doctor/ruleset.xhtml", List.of("?name=muscle-twitching&version={rules}", "?name=muscle-twitching&version={rules}&part=cases", "?name=muscle-twitching&version={rules}&part=shadow",
                    "?name=muscle-twitching&version={rules}&part=release")),
            Map.entry("doctor/rule-edit.xhtml", List.of("?name=muscle-twitching&version={rules}&rule=TW-S01")),
            Map.entry("admin/visit-questions.xhtml", List.of("?visit=FAMILY_DOCTOR", "?visit=FAMILY_DOCTOR&kind=TEXT")),
            Map.entry("admin/visits.xhtml", List.of("", "?visit=EMG")),
            Map.entry("privacy/start.xhtml", List.of("", "?patient={patient}")),
            Map.entry("privacy/locks.xhtml", List.of("", "?patient={patient}")),
            Map.entry("privacy/record.xhtml", List.of("?patient={patient}")),
            Map.entry("privacy/touched.xhtml", List.of("", "?account=desk&from=&to=")),
            Map.entry("sign-in.xhtml", List.of("", " signin:in")),
            Map.entry("sign-in-code.xhtml", List.of("", " step:in")),
            Map.entry("sign-in-device.xhtml", List.of("", " step:done")),
            Map.entry("patient/question.xhtml", List.of("?page=2")),
            Map.entry("patient/visit.xhtml", List.of("?id={visit}")),
            Map.entry("patient/booked.xhtml", List.of("?id={visit}")),
            Map.entry("patient/open.xhtml", List.of("?link=0123456789abcdef0123456789abcdef")),
            Map.entry("patient/code.xhtml", List.of("", " form:ask")),
            Map.entry("patient/start.xhtml", List.of("", "?find=zebra", "?find=arm")));

    private static final String PARK = "00000000-0000-7000-8000-000000000107";

    private PageStates() {
    }

    /** Every page by its path, in order. */
    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(page -> page.toString().endsWith(".xhtml") && !page.startsWith(PAGES.resolve("WEB-INF")))
                    .map(page -> PAGES.relativize(page).toString().replace('\\', '/')).sorted().toList();
        }
    }

    /** The states of a page; one that says nothing has the one it opens in. */
    static List<String> of(String page) {
        return STATES.getOrDefault(page, List.of(""));
    }

    /** Every page of a role in each of its states, without the buttons. */
    static List<String> addresses(String role, Map<String, String> ids) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String page : pages()) {
            if (Face.of("/" + page).filter(face -> face == Face.ofRole(role)).isPresent()) {
                of(page).forEach(state -> addresses.add(page + filled(state.split(" ")[0], ids)));
            }
        }
        return addresses.stream().distinct().toList();
    }

    /** An address with the ids it asks for. */
    static String filled(String address, Map<String, String> ids) {
        String filled = address;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    /** New records for all of the states: a patient with a visit, a case to decide, one that was ordered from, one that an emergency stopped, an order that waits. */
    static Map<String, String> ids(ServersDatabase database, String family) throws SQLException {
        SomeCases cases = new SomeCases(database);
        UUID patient = SomeVisitors.patient(database, family, LocalDate.of(1980, 5, 6));
        UUID visit = SomeVisitors.visit(database, patient, "FAMILY_DOCTOR", Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.HOURS));
        stands(database, patient);
        UUID ordered = cases.weakArm("Ordered", family);
        UUID asked = NewId.next();
        database.run("update test_flag set status = 'CONFIRMED', decided_by = 'dr.osei', decided_at = now() where response_id = ? and test = 'EMG'", ordered);
        database.run("""
                insert into service_request (id, patient_id, response_id, test_flag_id, code, status, priority, indication, requester, authored_on, occurrence_latest)
                select ?, r.patient_id, r.id, f.id, 'EMG', 'ACTIVE', 'URGENT', 'Weak arm', 'dr.osei', now(), now() + interval '14 days'
                from questionnaire_response r join test_flag f on f.response_id = r.id where r.id = ? and f.test = 'EMG'""", asked, ordered);
        return Map.of("{patient}", patient.toString(), "{visit}", visit.toString(), "{order}", WaitingOrders.of(database, 1).get(0), "{case}", cases.weakArm("Every", family).toString(),
                "{stopped}", cases.stopped().toString(), "{ordered}", ordered.toString(), "{asked}", asked.toString(), "{day}", MONDAY.toString(), "{park}", PARK,
                "{rules}", database.one("select max(rule_set_version) from evaluation where rule_set_name = 'muscle-twitching'"));
    }

    /** On the one list without times of that day. */
    private static void stands(ServersDatabase database, UUID patient) throws SQLException {
        String early = "tstzrange((?::date + time '06:00') at time zone 'America/Toronto', (?::date + time '07:00') at time zone 'America/Toronto')";
        if (database.one("select count(*) from day_list l join absence a on a.id = l.block_id where a.during && " + early, MONDAY.toString(), MONDAY.toString()).equals("0")) {
            database.run("with block as (insert into absence (id, resource_id, during, reason, by_whom) select gen_random_uuid(), ?::uuid, " + early + ", 'Urgent care', 'desk' returning id) "
                    + "insert into day_list (block_id, most, opened_by, opened_at) select id, 60, 'desk', now() from block", PARK, MONDAY.toString(), MONDAY.toString());
        }
        UUID inside = SomeVisitors.patient(database, "Inside", LocalDate.of(1970, 5, 6));
        for (String state : List.of("IN", "WAITING", "DONE", "LEFT")) {
            database.run("insert into day_list_entry (id, list_id, patient_id, place, words, state, since, added_at, added_by) select gen_random_uuid(), l.block_id, ?, coalesce(day_list_place(l.block_id, 1), 1), "
                    + "'A cut in the left hand', ?, now(), now(), 'desk' from day_list l join absence a on a.id = l.block_id where a.during && " + early + "",
                    state.equals("IN") ? inside : patient, state, MONDAY.toString(), MONDAY.toString());
        }
    }
}
