package clinic.anteroom.testing;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.URL;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Patients with visits and orders in the database behind the server under test, and browsers that are theirs. */
public final class SomeVisitors {

    private SomeVisitors() {
    }

    /** A patient with an address and a family name of their own. */
    public static UUID patient(ServersDatabase database, String family, LocalDate born) throws SQLException {
        UUID id = NewId.next();
        String own = family + id.toString().substring(24).replaceAll("[0-9]", "q");
        database.run("insert into patient (id, given_name, family_name, birth_date, phone, email, language, created_at) values (?, 'Robin', ?, ?::date, '+1 416 555 0191', ?, 'en', now())",
                id, own, born.toString(), own.toLowerCase(Locale.ROOT) + "@example.org");
        return id;
    }

    /** The browser is this patient's, as if a code had been typed. */
    public static void openSession(ServersDatabase database, UUID patient, BrowserContext browser, URL home) throws SQLException {
        String key = Sha256.of(NewId.next().toString());
        database.run("insert into visit_session (key_hash, patient_id, opened_at, last_seen_at) values (?, ?, now(), now())", Sha256.of(key), patient);
        browser.addCookies(List.of(new Cookie("__Host-visit", key).setUrl(home.toString().replace("http:", "https:")).setSecure(true).setHttpOnly(true)));
    }

    /** The browser holds the key of this form. */
    public static void openForm(ServersDatabase database, UUID form, BrowserContext browser, URL home) throws SQLException {
        String key = Sha256.of(NewId.next().toString());
        database.run("update questionnaire_response set key_hash = ? where id = ?", Sha256.of(key), form);
        browser.addCookies(List.of(new Cookie("__Host-intake", key).setUrl(home.toString().replace("http:", "https:")).setSecure(true).setHttpOnly(true)));
    }

    /** A booked visit of twenty minutes that holds nobody but its patient. */
    public static UUID visit(ServersDatabase database, UUID patient, String type, Instant start) throws SQLException {
        UUID id = NewId.next();
        database.run("""
                with visit as (
                    insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                    select ?, 'BOOKED', ?, ?, t, t + interval '20 minutes', 'America/Toronto', t at time zone 'America/Toronto', 'test', now()
                    from (select ?::timestamptz as t) at returning *)
                insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live)
                select gen_random_uuid(), id, 1, patient_id, 1, tstzrange(starts_at, ends_at), true from visit""", id, type, patient, start.toString());
        return id;
    }

    /** What a doctor ordered from a form without answers; the visit answers it, unless it is null. */
    public static void order(ServersDatabase database, UUID patient, String test, UUID visit) throws SQLException {
        UUID response = NewId.next();
        UUID evaluation = NewId.next();
        UUID flag = NewId.next();
        UUID order = NewId.next();
        database.run("""
                insert into questionnaire_response (id, questionnaire, status, started_at, completed_at, patient_id, key_hash, reference, answers, answers_sha256)
                values (?, 'https://anteroom.clinic/questionnaires/muscle-twitching|1', 'COMPLETED', now(), now(), ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'),
                        substr(translate(upper(md5(?)), '01BC', '2345'), 1, 4) || '-' || substr(translate(upper(md5(?)), '01BC', '2345'), 5, 4), '{}', encode(sha256('{}'), 'hex'))""",
                response, patient, response.toString(), response.toString(), response.toString());
        database.run("""
                insert into evaluation (id, response_id, patient_id, questionnaire, answers, answers_sha256, as_of, evaluator_version, urgency, by_hand, due_at, outcome, outcome_sha256, evaluated_at)
                values (?, ?, ?, 'https://anteroom.clinic/questionnaires/muscle-twitching|1', '{}', encode(sha256('{}'), 'hex'), current_date, 'test', 'SOON', true, now(), '{}', encode(sha256('{}'), 'hex'), now())""",
                evaluation, response, patient);
        database.run("insert into test_flag (id, response_id, evaluation_id, test, strength, urgency, rules, status, decided_by, decided_at) values (?, ?, ?, ?, 'FLAG', 'SOON', 'TW-S01', 'CONFIRMED', 'dr.osei', now())",
                flag, response, evaluation, test);
        database.run("""
                insert into service_request (id, patient_id, response_id, test_flag_id, code, status, priority, indication, requester, authored_on, occurrence_latest)
                values (?, ?, ?, ?, ?, 'ACTIVE', 'URGENT', 'Weak arm', 'dr.osei', now(), now() + interval '14 days')""", order, patient, response, flag, test);
        if (visit != null) {
            database.run("insert into appointment_request (appointment_id, service_request_id, live) values (?, ?, true)", visit, order);
        }
    }
}
