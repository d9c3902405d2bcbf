package clinic.anteroom.testing;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.rules.SomeAnswers;
import java.sql.SQLException;
import java.util.UUID;

/** A patient with one of everything a clinic writes down about somebody. */
public record SomeRecord(UUID patient, UUID form, UUID order, UUID visit) {

    /** Writes it where the server would. */
    public static SomeRecord in(ServersDatabase database, String family) throws SQLException {
        UUID form = new SomeCases(database).add("Wilma", family, 3, SomeAnswers.manOf58().with("TW-Q56", "Since summer I drop cups."));
        UUID patient = UUID.fromString(database.one("select patient_id from questionnaire_response where id = ?", form));
        UUID flag = UUID.fromString(database.one("select id from test_flag where response_id = ? and test = 'EMG' limit 1", form));
        UUID order = NewId.next();
        UUID visit = NewId.next();
        database.run("set session_replication_role = replica"); // What is written here is looked at, not worked with.
        database.run("insert into intake_consent (response_id, wording, words, given_at) values (?, 'intake-1', 'My answers may be read by the doctors.', now())", form);
        database.run("insert into channel_consent (id, patient_id, channel, wording, agreed_at) values (?, ?, 'SMS', 'You may text me about visits.', now())", NewId.next(), patient);
        database.run("insert into consent_lock (id, patient_id, against, whom, wording, written_by, written_at) values (?, ?, 'ROLE', 'RECEPTIONIST', 'Paper of May', 'privacy', now())",
                NewId.next(), patient);
        database.run("insert into intake_note (id, response_id, written_at, words) values (?, ?, now(), 'My brother had the same.')", NewId.next(), form);
        database.run("insert into patient_alert (patient_id, words, by_whom, at) values (?, 'Latex allergy', 'desk', now())", patient);
        database.run("insert into service_request (id, patient_id, response_id, test_flag_id, code, body_site, status, priority, indication, requester, authored_on) "
                + "values (?, ?, ?, ?, 'EMG', 'CERVICAL_SPINE', 'COMPLETED', 'URGENT', 'Weak hand', 'dr.osei', now())", order, patient, form, flag);
        database.run("insert into diagnostic_report (id, service_request_id, patient_id, status, recorded_by, recorded_at, conclusion, file_name, content_type, content) "
                + "values (?, ?, ?, 'FINAL', 'dr.osei', now(), 'Fibrillations in two muscles.', 'emg.pdf', 'application/pdf', '%PDF-1.7'::bytea)", NewId.next(), order, patient);
        database.run("insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at) select ?, 'FULFILLED', "
                + "(select code from visit_type order by code limit 1), ?, t.at, t.at + interval '30 minutes', 'America/Toronto', t.at at time zone 'America/Toronto', 'desk', now() "
                + "from (select date_trunc('hour', now()) - interval '2 days' as at) t", visit, patient);
        database.run("insert into appointment_request (appointment_id, service_request_id, live) values (?, ?, true)", visit, order);
        database.run("insert into attachment (id, response_id, position, content_type, content, added_at) values (?, ?, 1, 'image/jpeg', '\\xffd8'::bytea, now() - interval '1 hour')",
                NewId.next(), form);
        database.run("insert into visit_note (appointment_id, words, by_whom, at) values (?, 'Came with her sister.', 'desk', now())", visit);
        UUID question = NewId.next();
        database.run("insert into visit_question (id, visit_type, position, kind, text_en, text_fr, needed, written_by, written_at, retired_at) "
                + "select ?, visit_type, 99, 'TEXT', 'How do you travel?', 'Comment venez-vous?', false, 'admin', now(), now() from appointment where id = ?", question, visit);
        database.run("insert into visit_question_answer (id, appointment_id, question_id, words, answered_at) values (?, ?, ?, 'By the night train', now())", NewId.next(), visit, question);
        database.run("insert into visit_message (id, patient_id, topic, from_patient, author, words, written_at) values (?, ?, 'TIME', true, 'Wilma', 'May I come later?', now())",
                NewId.next(), patient);
        database.run("insert into communication (id, kind, recipient, reference, status, created_at, due_at, sent_at, language, channel, patient_id, appointment_id) "
                + "values (?, 'CONFIRMATION', 'wilma@example.org', 'AAAA-CCCC', 'COMPLETED', now(), now(), now(), 'en', 'EMAIL', ?, ?)", NewId.next(), patient, visit);
        database.run("insert into diary_entry (id, patient_id, response_id, on_date, episodes, strongest, words, written_at) values (?, ?, ?, current_date, 4, 3, 'A calm day.', now())",
                NewId.next(), patient, form);
        UUID block = NewId.next();
        database.run("insert into absence (id, resource_id, during, reason, by_whom) values (?, ?, tstzrange(now() - interval '3 days', now() - interval '2 days'), 'Urgent care', 'desk')", block, patient);
        database.run("insert into day_list (block_id, most, opened_by, opened_at) values (?, 1, 'desk', now())", block);
        database.run("insert into day_list_entry (id, list_id, patient_id, place, words, state, since, added_at, added_by) values (?, ?, ?, 1, 'A cut in the left hand.', 'DONE', now(), now(), 'desk')", NewId.next(), block, patient);
        database.run("set session_replication_role = origin");
        return new SomeRecord(patient, form, order, visit);
    }
}
