package clinic.anteroom.testing;

import java.sql.SQLException;
import java.util.List;

/** Orders for demo patients, as if a doctor had confirmed an EMG flag for each: for tests that begin at the desk. */
public final class WaitingOrders {

    private WaitingOrders() {
    }

    /**
     * Writes one form, evaluation, flag and order for each of the first demo patients without an order.
     *
     * @return the orders' ids
     */
    public static List<String> of(ServersDatabase database, int count) throws SQLException {
        database.run("create temp table if not exists one_order (patient uuid, response uuid, evaluation uuid, flag uuid, id uuid)");
        database.run("truncate one_order");
        database.run("""
                insert into one_order
                select p.id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()
                from patient p where not exists (select from service_request s where s.patient_id = p.id)
                order by p.family_name, p.given_name limit ?""", count);
        database.run("""
                insert into questionnaire_response (id, questionnaire, status, started_at, completed_at, patient_id, key_hash,
                        reference, answers, answers_sha256)
                select response, 'https://anteroom.clinic/questionnaires/muscle-twitching|1', 'COMPLETED', now() - interval '1 hour', now(),
                       patient, encode(sha256(convert_to(response::text, 'UTF8')), 'hex'),
                       substr(translate(upper(md5(response::text)), '01BC', '2345'), 1, 4) || '-' || substr(translate(upper(md5(response::text)), '01BC', '2345'), 5, 4),
                       '{}', encode(sha256(convert_to('{}', 'UTF8')), 'hex')
                from one_order""");
        database.run("""
                insert into evaluation (id, response_id, patient_id, questionnaire, answers, answers_sha256, as_of, evaluator_version,
                        urgency, by_hand, due_at, outcome, outcome_sha256, evaluated_at)
                select evaluation, response, patient, 'https://anteroom.clinic/questionnaires/muscle-twitching|1', '{}',
                       encode(sha256(convert_to('{}', 'UTF8')), 'hex'), current_date, 'test', 'SOON', true, now() + interval '14 days',
                       '{}', encode(sha256(convert_to('{}', 'UTF8')), 'hex'), now()
                from one_order""");
        database.run("""
                insert into test_flag (id, response_id, evaluation_id, test, strength, urgency, rules, status, decided_by, decided_at)
                select flag, response, evaluation, 'EMG', 'FLAG', 'SOON', 'TW-S01', 'CONFIRMED', 'dr.osei', now() from one_order""");
        database.run("""
                insert into service_request (id, patient_id, response_id, test_flag_id, code, status, priority, indication,
                        requester, authored_on, occurrence_latest)
                select id, patient, response, flag, 'EMG', 'ACTIVE', 'URGENT', 'Weak arm with twitching', 'dr.osei', now(), now() + interval '14 days'
                from one_order""");
        return database.list("select id::text from one_order order by id");
    }
}
