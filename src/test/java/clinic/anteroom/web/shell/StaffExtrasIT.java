package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.PlainBrowser.Answer;
import clinic.anteroom.testing.PressedForm;
import clinic.anteroom.testing.ReadParameters;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** What pages of the staff do with parameters that are other pages': asked for along with an address, and sent along with a form. Names are read from the sources. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StaffExtrasIT {

    private static final String MARK = "no parameter may set this";

    /** What begins with these names a record, in some page or other. */
    private static final Map<String, String> RECORDS = Map.of("case", "{case}", "order", "{asked}", "request", "{asked}", "visit", "{visit}", "id", "{visit}", "patient", "{patient}", "person", "{patient}", "of", "{patient}", "result", "{ordered}");

    /** What a button can be about. */
    private static final List<String> HELD = List.of("{visit}", "{case}", "{ordered}", "{asked}", "{order}", "{patient}");

    @ArquillianResource
    private URL home;

    private ServersDatabase database;
    private ReadParameters parameters;
    private Map<String, String> own;
    private Map<String, String> other;

    @BeforeEach
    void seed() throws Exception {
        database = ServersDatabase.open();
        parameters = ReadParameters.ofAllPages();
        own = PageStates.ids(database, "Extraown");
        other = PageStates.ids(database, "Extraother");
        assertThat(parameters.all()).hasSizeGreaterThan(80);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    @DisplayName("T23 every page of the staff, asked with all parameters of the pages it is not, is the same page: no record that they name is shown or looked up")
    void pagesReadTheirOwnParametersOnly() throws Exception {
        List<String> changed = new ArrayList<>();
        List<UUID> patients = patients(other);
        int tried = 0;
        int compared = 0;
        for (String role : Roles.OF_PEOPLE) {
            PlainBrowser browser = SignedInStaff.as(role, database, home.toString());
            for (String address : PageStates.addresses(role, own)) {
                Map<String, String> extras = extras(address, other);
                String more = extras.entrySet().stream().map(extra -> extra.getKey() + "=" + extra.getValue().replace(" ", "+")).reduce((one, two) -> one + "&" + two).orElseThrow();
                browser.get(address);
                List<Integer> before = looks(patients);
                Answer base = browser.get(address);
                String usual = looked(before, looks(patients));
                String plain = without(base.undated().body(), more);
                boolean steady = plain.equals(without(browser.get(address).undated().body(), more)); // A trail shows that it was looked at.
                before = looks(patients);
                Answer asked = browser.get(address + (address.contains("?") ? "&" : "?") + more);
                String shown = without(asked.undated().body(), more);
                if (asked.status() != base.status() || steady && !shown.equals(plain) || asked.body().contains("Extraother") && !base.body().contains("Extraother")) {
                    changed.add(role + " " + address + " " + base.status() + " " + asked.status() + difference(plain, shown));
                }
                if (!looked(before, looks(patients)).equals(usual)) {
                    changed.add(role + " " + address + " looked up what it was not asked for");
                }
                compared += steady ? 1 : 0;
                tried += extras.size();
            }
        }
        assertThat(changed).isEmpty();
        assertThat(tried).as("parameters on pages").isGreaterThan(3_000);
        assertThat(compared).as("pages that were the same twice").isGreaterThan(80);
    }

    @Test
    @DisplayName("T23 every button of the staff, pressed with all parameters of the pages it does not stand on, changes nothing that they name, and their words are nowhere in the database")
    void buttonsReadTheirOwnParametersOnly() throws Exception {
        String before = state(own);
        TreeSet<String> pressed = new TreeSet<>();
        for (String role : List.of(Roles.RECEPTIONIST, Roles.DOCTOR, Roles.PRIVACY_OFFICER)) {
            PlainBrowser browser = SignedInStaff.as(role, database, home.toString());
            for (String address : PageStates.addresses(role, other)) {
                for (String button : PressedForm.buttons(browser.get(address).body())) {
                    Optional<PressedForm> form = PressedForm.with(browser.get(address).body(), button).filter(one -> HELD.stream().anyMatch(kind -> one.holds(other.get(kind))));
                    if (form.isPresent()) {
                        Answer answer = form.get().and(extras(address, own)).send(browser);
                        assertThat(answer.status()).as(address + " " + button).isLessThan(500);
                        assertThat(answer.location()).as(address + " " + button).doesNotEndWith("#again");
                        pressed.add(address + " " + button);
                    }
                }
            }
        }
        assertThat(pressed).hasSizeGreaterThan(15);
        assertThat(state(own)).as("the records that the parameters named").isEqualTo(before);
        assertThat(database.holding(MARK)).isEmpty();
    }

    /** All parameters that this page does not read, with a record where one is named, and with words elsewhere. */
    private Map<String, String> extras(String address, Map<String, String> ids) throws Exception {
        Map<String, String> extras = new TreeMap<>();
        Set<String> names = new TreeSet<>(parameters.all());
        names.removeAll(parameters.of(address.split("\\?")[0]));
        names.forEach(name -> extras.put(name, RECORDS.containsKey(name) ? ids.get(RECORDS.get(name)) : MARK));
        return extras;
    }

    /** The page without the words that it was asked with: forms and links go to where one is. */
    private static String without(String body, String more) {
        String query = new Answer(0, "", more).undated().body();
        String plain = body;
        for (String written : List.of(query, query.replace("&", "&amp;"), query.replace("&", "%26").replace("=", "%3D").replace("+", "%2B"))) {
            plain = plain.replace("&amp;" + written, "").replace("%26" + written, "").replace("%3F" + written, "").replace("&" + written, "").replace("?" + written, "");
        }
        return plain;
    }

    /** How often each of them was looked at. */
    private List<Integer> looks(List<UUID> patients) throws Exception {
        List<Integer> looks = new ArrayList<>();
        for (UUID patient : patients) {
            looks.add(Integer.valueOf(database.one("select count(*) from audit_event where patient_id = ?", patient)));
        }
        return looks;
    }

    private static String looked(List<Integer> before, List<Integer> after) {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < before.size(); i++) {
            more.append(after.get(i) - before.get(i)).append(' ');
        }
        return more.toString();
    }

    private List<UUID> patients(Map<String, String> ids) throws Exception {
        List<String> found = database.list("select patient_id from appointment where id = ? union select patient_id from questionnaire_response where id in (?, ?)", ids.get("{visit}"), ids.get("{case}"), ids.get("{ordered}"));
        return found.stream().map(UUID::fromString).toList();
    }

    /** Everything about the patients of these records. */
    private String state(Map<String, String> ids) throws Exception {
        StringBuilder state = new StringBuilder();
        for (UUID patient : patients(ids)) {
            for (String table : List.of("patient", "appointment", "questionnaire_response", "service_request")) {
                state.append(database.one("select coalesce(string_agg(t::text, '|' order by id), '') from " + table + " t where " + (table.equals("patient") ? "id" : "patient_id") + " = ?", patient));
            }
            state.append(database.one("select coalesce(string_agg(f::text, '|' order by f.id), '') from test_flag f join questionnaire_response r on r.id = f.response_id where r.patient_id = ?", patient));
            state.append(database.one("select coalesce(string_agg(o::text, '|' order by o.id), '') from occupancy o join appointment a on a.id = o.appointment_id where a.patient_id = ?", patient));
        }
        return state.toString();
    }

    private static String difference(String one, String two) {
        int at = 0;
        while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return one.equals(two) ? "" : " ..." + one.substring(Math.max(0, at - 60), Math.min(one.length(), at + 80)) + "... or ..." + two.substring(Math.max(0, at - 60), Math.min(two.length(), at + 80));
    }
}
