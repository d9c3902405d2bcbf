package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.FilledForm;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.PlainBrowser.Answer;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        for (UUID patient : patients) {
            database.run("delete from consent_lock where patient_id = ?", patient);
        }
        database.close();
    }

    @Test
    @DisplayName("T22 every button of the staff's pages, sent with the id of a record that is locked away or of another kind, answers like an unknown id, does nothing, and leaves a row in the trail")
    void everyButtonWithForeignIds() throws Exception {
        List<String> leaks = new ArrayList<>();
        TreeSet<String> tried = new TreeSet<>();
        String before = state();
        for (String role : List.of(Roles.RECEPTIONIST, Roles.MEDICAL_DIRECTOR, Roles.ADMINISTRATOR, Roles.PRIVACY_OFFICER)) {
            PlainBrowser browser = SignedInStaff.as(role, database, home.toString());
            for (String page : PageStates.pages()) {
                if (Face.of("/" + page).filter(face -> face == Face.ofRole(role)).isEmpty()) {
                    continue;
                }
                for (String state : PageStates.of(page)) {
                    String address = page + PageStates.filled(state.split(" ")[0], own);
                    String body = browser.get(address).body();
                    for (String button : FilledForm.buttons(body)) {
                        FilledForm form = FilledForm.with(body, button).orElseThrow();
                        for (String kind : form.holdsIds() ? LOCKED.stream().filter(one -> form.holds(own.get(one))).toList() : List.<String>of()) {
                            tried.add(page + " " + button);
                            compare(leaks, role + " " + page + state + " " + button + " " + kind, form.replacing(own.get(kind), other.get(kind)).send(browser),
                                    form.replacing(own.get(kind), NewId.next().toString()).send(browser));
                        }
                        if (form.holdsIds() && LOCKED.stream().noneMatch(one -> form.holds(own.get(one)))) {
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
        assertThat(tried).hasSizeGreaterThan(40);
        for (String kind : List.of("{visit}", "{case}", "{ordered}")) {
            assertThat(database.one("select count(*) > 0 from audit_event where entity_id = ? and outcome = 'DENIED' and action = 'UPDATE'", other.get(kind))).as(kind + " was refused, and the trail says so").isEqualTo("t");
        }
    }

    private static void compare(List<String> leaks, String what, Answer foreign, Answer unknown) {
        if (foreign.status() != unknown.status() || foreign.status() >= 500 || !undated(foreign.location()).equals(undated(unknown.location())) || !undated(foreign.body()).equals(undated(unknown.body()))) {
            leaks.add(what + ": " + foreign.status() + " " + foreign.location() + " instead of " + unknown.status() + " " + unknown.location() + difference(undated(foreign.body()), undated(unknown.body())));
        }
    }

    private static String undated(String text) {
        return new Answer(0, "", text).blanked().body().replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-][0-9:]+)", "WHEN").replaceAll("data-(?:until|after)=\"[^\"]*\"", "");
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
