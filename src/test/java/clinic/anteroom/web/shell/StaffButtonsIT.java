package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.PressedForm;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.PlainBrowser.Answer;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every button of every page of the staff, sent with ids that were not given to whoever presses it. Pages and buttons are read from the pages themselves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StaffButtonsIT {

    /** Records that a patient can lock away; who exists is locked from nobody. */
    private static final List<String> LOCKED = List.of("{visit}", "{case}", "{ordered}", "{asked}", "{order}");

    private static final String MARK = "nobody may set this";
    private static final List<String> STAFF = Roles.OF_PEOPLE.stream().filter(role -> !role.equals(Roles.DOCTOR)).toList();

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private Map<String, String> own;
    private Map<String, String> other;
    private List<UUID> patients;

    @BeforeEach
    void seed() throws Exception {
        database = ServersDatabase.open();
        own = PageStates.ids(database, "Buttonown");
        other = PageStates.ids(database, "Buttonother");
        patients = database.list("select patient_id from appointment where id = ? union select patient_id from questionnaire_response where id in (?, ?) union select patient_id from service_request where id = ?",
                other.get("{visit}"), other.get("{case}"), other.get("{ordered}"), other.get("{order}")).stream().map(UUID::fromString).toList();
        for (UUID patient : patients) {
            database.run("insert into consent_lock (id, patient_id, against, wording, written_by, written_at) values (?, ?, 'ALL', 'paper', 'privacy', now())", NewId.next(), patient);
        }
    }

    @AfterEach
    void close() throws Exception {
        unlock();
        database.close();
    }

    @Test
    @DisplayName("T22 every button of the staff's pages, sent with the id of a record that is locked away or of another kind, answers like an unknown id, does nothing, and leaves a row in the trail")
    void everyButtonWithForeignIds() throws Exception {
        List<String> leaks = new ArrayList<>();
        TreeSet<String> tried = new TreeSet<>();
        String before = state();
        for (String role : STAFF) {
            PlainBrowser browser = SignedInStaff.as(role, database, home.toString());
            for (String page : PageStates.pages()) {
                if (Face.of("/" + page).filter(face -> face == Face.ofRole(role)).isEmpty()) {
                    continue;
                }
                for (String state : PageStates.of(page)) {
                    String address = page + PageStates.filled(state.split(" ")[0], own);
                    Answer shown = browser.get(address);
                    if (shown.status() != 200) {
                        leaks.add(role + " " + address + " " + shown.status());
                    }
                    String body = shown.body();
                    for (String button : PressedForm.buttons(body)) {
                        PressedForm form = PressedForm.with(body, button).orElseThrow();
                        for (String kind : form.holdsIds() ? LOCKED.stream().filter(one -> form.holds(own.get(one))).toList() : List.<String>of()) {
                            tried.add(page + " " + button);
                            compare(leaks, role + " " + page + state + " " + button + " " + kind, form.replacing(own.get(kind), other.get(kind)).send(browser),
                                    form.replacing(own.get(kind), NewId.next().toString()).send(browser));
                        }
                        // A button of a row is known by its place, whatever the ids say: it would do what it is for.
                        if (form.holdsIds() && !button.matches(".*:\\d+:.*") && LOCKED.stream().noneMatch(one -> form.holds(own.get(one)))) {
                            tried.add(page + " " + button);
                            compare(leaks, role + " " + page + state + " " + button, form.replacingIds(UUID.fromString(other.get("{visit}"))).send(browser),
                                    form.replacingIds(NewId.next()).send(browser));
                        }
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(state()).as("the other's record").isEqualTo(before);
        assertThat(tried).hasSizeGreaterThan(30);
        for (String kind : List.of("{visit}", "{case}", "{ordered}")) {
            assertThat(database.one("select count(*) > 0 from audit_event where entity_id = ? and outcome = 'DENIED' and action = 'UPDATE'", other.get(kind))).as(kind + " was refused, and the trail says so").isEqualTo("t");
        }
    }

    @Test
    @DisplayName("T23 fields of other pages and other roles, posted along with every button, are not taken: what was in them is nowhere in the database")
    void fieldsThatAFormDoesNotHave() throws Exception {
        unlock();
        Map<String, String> extras = new TreeMap<>();
        for (String role : STAFF) {
            PlainBrowser browser = SignedInStaff.as(role, database, home.toString());
            for (String address : PageStates.addresses(role, own)) {
                PressedForm.names(browser.get(address).body()).stream().filter(name -> name.contains(":")).forEach(name -> extras.put(name, MARK));
            }
        }
        assertThat(extras).hasSizeGreaterThan(200);
        int pressed = 0;
        for (String role : List.of(Roles.RECEPTIONIST, Roles.DOCTOR, Roles.PRIVACY_OFFICER)) {
            PlainBrowser browser = SignedInStaff.as(role, database, home.toString());
            for (String address : PageStates.addresses(role, other)) {
                for (String button : PressedForm.buttons(browser.get(address).body())) {
                    String body = browser.get(address).body();
                    Optional<PressedForm> form = PressedForm.with(body, button).filter(one -> LOCKED.stream().anyMatch(kind -> one.holds(other.get(kind))));
                    if (form.isPresent()) {
                        TreeMap<String, String> more = new TreeMap<>(extras);
                        more.keySet().removeAll(PressedForm.names(body));
                        Answer answer = form.get().and(more).send(browser);
                        assertThat(answer.status()).as(address + " " + button).isLessThan(500);
                        assertThat(answer.location()).as(address + " " + button).doesNotEndWith("#again");
                        pressed++;
                    }
                }
            }
        }
        assertThat(pressed).isGreaterThan(15);
        assertThat(database.holding(MARK)).isEmpty();

        PlainBrowser desk = SignedInStaff.as(Roles.RECEPTIONIST, database, home.toString());
        String pane = desk.get("reception/day.xhtml?visit=" + own.get("{visit}")).body();
        PressedForm.with(pane, "n:write").orElseThrow().typing("n:note", "mine to set").send(desk);
        assertThat(database.holding("mine to set")).as("a field that is the desk's to set is taken").isNotEmpty();
    }

    @Test
    @DisplayName("T23 what only a director may press on the doctor's pages does nothing when a doctor posts it")
    void theDirectorsButtons() throws Exception {
        unlock();
        PlainBrowser director = SignedInStaff.as(Roles.MEDICAL_DIRECTOR, database, home.toString());
        PlainBrowser doctor = SignedInStaff.as(Roles.DOCTOR, database, home.toString());
        String before = rules();
        TreeSet<String> posted = new TreeSet<>();
        for (String address : PageStates.addresses(Roles.MEDICAL_DIRECTOR, own)) {
            String full = director.get(address).body();
            String less = doctor.get(address).body();
            TreeSet<String> more = new TreeSet<>(PressedForm.buttons(full));
            more.removeAll(PressedForm.buttons(less));
            for (String button : more) {
                Answer answer = PressedForm.with(full, button).orElseThrow().from(less).and(Map.of(button.replaceAll(":[^:]*$", ":why"), MARK)).send(doctor);
                assertThat(answer.status()).as(address + " " + button).isLessThan(500);
                posted.add(address + " " + button);
            }
        }
        assertThat(posted).as("buttons that only a director has").isNotEmpty();
        assertThat(rules()).isEqualTo(before);
        assertThat(database.holding(MARK)).isEmpty();
    }

    private void unlock() throws Exception {
        for (UUID patient : patients) {
            database.run("delete from consent_lock where patient_id = ?", patient);
        }
    }

    /** Which rules are in force, approved, switched off. */
    private String rules() throws Exception {
        StringBuilder rules = new StringBuilder();
        for (String table : List.of("rule_set_version", "rule_set_activation", "rule_set_approval", "rule_set_review", "rule_switch")) {
            rules.append(database.one("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t"));
        }
        return rules.toString();
    }

    private static void compare(List<String> leaks, String what, Answer foreign, Answer unknown) {
        if (foreign.status() >= 500 || foreign.location().endsWith("#again") || !foreign.undated().equals(unknown.undated())) {
            leaks.add(what + ": " + foreign.status() + " " + foreign.location() + " instead of " + unknown.status() + " " + unknown.location() + difference(foreign.undated().body(), unknown.undated().body()));
        }
    }

    private static String difference(String one, String two) {
        int at = 0;
        while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return one.equals(two) ? "" : " ..." + one.substring(Math.max(0, at - 40), Math.min(one.length(), at + 80)) + "... or ..." + two.substring(Math.max(0, at - 40), Math.min(two.length(), at + 80));
    }

    /** Everything that a button could have changed about the other's records. */
    private String state() throws Exception {
        StringBuilder state = new StringBuilder();
        for (UUID patient : patients) {
            for (String table : List.of("appointment", "questionnaire_response", "service_request")) {
                state.append(database.one("select coalesce(string_agg(t::text, '|' order by id), '') from " + table + " t where patient_id = ?", patient));
            }
            state.append(database.one("select coalesce(string_agg(f::text, '|' order by f.id), '') from test_flag f join questionnaire_response r on r.id = f.response_id where r.patient_id = ?", patient));
            state.append(database.one("select coalesce(string_agg(o::text, '|' order by o.id), '') from occupancy o join appointment a on a.id = o.appointment_id where a.patient_id = ?", patient));
        }
        return state.toString();
    }
}
