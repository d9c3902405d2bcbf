package clinic.anteroom.testing;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.rules.SomeAnswers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Twelve patients with one of everything, and a clinic, in all of whose words stands what a browser would run. What the clinic itself was called before is
 * written back in the end, and the patients go.
 */
public final class InertRecords implements AutoCloseable {

    private static final int PATIENTS = 12;
    private static final String OSEI = "00000000-0000-7000-8000-000000000101";
    /** How a table's rows are found from a patient. */
    private static final Map<String, String> OWN = Map.of("patient_id", "select %s::uuid", "carer_id", "select %s::uuid",
            "response_id", "select id from questionnaire_response where patient_id = %s", "appointment_id", "select id from appointment where patient_id = %s",
            "test_flag_id", "select t.id from test_flag t join questionnaire_response f on f.id = t.response_id where f.patient_id = %s");
    /** What the clinic calls its own things, by table. */
    private static final Map<String, String> CLINICS_WORDS = Map.of("visit_type", "name", "visit_phase", "name", "staff_account", "display_name",
            "clinic_setting", "value", "letter_template", "subject body");
    private static final Set<String> FORMERLY_EMPTY = Set.of("emergency_phone", "needs_words");
    private static final String CLINICS_SENTENCES = "CLINIC_NAME CLINIC_PHONE CLINIC_CRISIS CLINIC_POISON CLINIC_EMERGENCY_NOTE INTAKE_MESSAGE";
    /** Accounts are called so, with a number from 0; the first has thirty passkeys. */
    public static final String ACCOUNT = "inert";
    private static final String MARKED = "00000000-1337-7000-8000-";

    private final ServersDatabase database;
    private final List<SomeRecord> records = new ArrayList<>();
    private final Map<String, Integer> given = new LinkedHashMap<>();
    private final LocalDate day;

    /** Writes it all down; {@code day} is one on which nothing is booked yet. */
    public InertRecords(ServersDatabase database, LocalDate day) throws SQLException {
        this.database = database;
        this.day = day;
        for (String table : CLINICS_WORDS.keySet()) {
            database.run("create temp table kept_" + table + " as select * from " + table);
        }
        try {
            for (int i = 0; i < PATIENTS; i++) {
                SomeRecord record = SomeRecord.in(database, "Inert" + NewId.next().toString().substring(30));
                records.add(record);
                database.run("delete from consent_lock where patient_id = ?", record.patient());
                database.run("set session_replication_role = replica");
                more(record, i);
            }
            clinicsOwn();
            for (String column : FreeText.columns()) {
                plant(column);
            }
            tell();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    public List<SomeRecord> records() {
        return List.copyOf(records);
    }

    /** How many of the thirty some row of a column holds. */
    public int given(String column) {
        return given.getOrDefault(column, 0);
    }

    private void more(SomeRecord one, int i) throws SQLException {
        String words = String.join("\n", FreeText.THIRTY);
        String answers = SomeAnswers.manOf58().with("TW-Q56", FreeText.mark("questionnaire_response.answers") + "\n" + words).answersWhenFlagged("EMG").canonicalJson();
        database.run("update questionnaire_response set answers = ?, answers_sha256 = encode(sha256(convert_to(?, 'UTF8')), 'hex') where id = ?", answers, answers, one.form());
        database.run("update appointment set status = 'BOOKED', visit_type = 'EMG', starts_at = t, ends_at = t + interval '30 minutes', wall_start = t at time zone 'America/Toronto', overbooked_because = 'because' "
                + "from (select (?::date + time '09:00' + ? * interval '30 minutes') at time zone 'America/Toronto' as t) at where id = ?", day.toString(), i, one.visit());
        database.run("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live, capacity) select gen_random_uuid(), id, 1, r, 1, tstzrange(starts_at, ends_at), true, 1 "
                + "from appointment, unnest(array[patient_id, ?::uuid]) r where id = ?", OSEI, one.visit());
        database.run("insert into intake_needs (response_id, contact_by, best_times, needs, words, saved_at) values (?, null, '', '', 'words', now())", one.form());
        database.run("insert into care_case_step (id, response_id, version, at, who, step, test, words) select gen_random_uuid(), ?, 90 + n, now(), 'dr.osei', s, case when s in ('REVOKED', 'REJECTED') then 'EMG' end, 'words' "
                + "from unnest(array['NOTE', 'ASKED', 'REVOKED', 'CLOSED']) with ordinality as t (s, n)", one.form());
        database.run("update care_case set note = 'note', note_by = 'dr.osei', note_at = now() where response_id = ?", one.form());
        database.run("insert into colleague_word (id, response_id, told_by, told_to, told_at, words, wants_answer, answered_at, answer) values (?, ?, 'dr.osei', 'dr.carvalho', now(), 'words', true, now(), 'words')", NewId.next(), one.form());
        database.run("insert into visit_change (appointment_id, what, was, became) values (?, 'NOTE', 'was', 'became')", one.visit());
        database.run("insert into follow_up_question (id, response_id, asked_by, asked_at, words, answer, answered_at) values (?, ?, 'dr.osei', now(), 'words', 'words', now())", NewId.next(), one.form());
        database.run("insert into patient_call (id, response_id, kind, asked_at, due_at, outcome, done_by, done_at, done_words) values (?, ?, 'CALL_BACK', now(), now(), 'DONE', 'desk', now(), 'words')", NewId.next(), one.form());
        database.run("insert into patient_call (id, response_id, kind, asked_at, due_at) values (?, ?, 'EMERGENCY', now(), now())", NewId.next(), one.form());
        database.run("update questionnaire_response set emergency_reply = 'CANNOT_CALL', emergency_reply_at = now() where id = ?", one.form());
        database.run("insert into patient_task (id, kind, patient_id, appointment_id, urgent, raised_at, done_by, done_at, done_words) values (?, 'MESSAGE', ?, ?, false, now(), 'desk', now(), 'words')", NewId.next(), one.patient(), one.visit());
        database.run("insert into visit_need (appointment_id, interpreter, companion, wheelchair, help, words) values (?, false, false, false, true, 'words')", one.visit());
        database.run("insert into safety_confirmation (id, appointment_id, still_true, words, said_at) values (?, ?, false, 'words', now())", NewId.next(), one.visit());
        database.run("insert into related_person (id, carer_id, given_name, family_name, birth_date, relation, status, asked_at) values (?, ?, 'a', 'b', '2015-01-01', 'PARENT', 'REQUESTED', now())", NewId.next(), one.patient());
        database.run("insert into glass_break (id, patient_id, agent, reason, broken_at, ends_at) values (?, ?, 'dr.osei', 'long enough', now(), now() + interval '1 minute')", NewId.next(), one.patient());
        database.run("insert into consent_lock (id, patient_id, item_kind, item_id, against, whom, wording, written_by, written_at) values (?, ?, 'VISIT', ?, 'PERSON', 'nobody', 'wording', 'privacy', now())",
                NewId.next(), one.patient(), one.visit());
        database.run("insert into visit_message (id, patient_id, topic, from_patient, author, words, written_at) values (?, ?, 'TIME', false, 'desk', 'words', now())", NewId.next(), one.patient());
        database.run("update test_flag set status = 'REJECTED', reason_code = 'OTHER', reason = 'reason', decided_by = 'dr.osei', decided_at = now() where id in (select id from test_flag where response_id = ? and test <> 'EMG')", one.form());
        database.run("insert into test_flag_step (id, test_flag_id, step, at, owner, detail) select gen_random_uuid(), id, 'REJECTED', now(), 'dr.osei', 'detail' from test_flag where response_id = ?", one.form());
        database.run("update service_request set status = 'REVOKED', revoked_by = 'dr.osei', revoked_because = 'because' where id = ? and ? % 2 = 0", one.order(), i);
        database.run("update diagnostic_report set reviewed_by = 'dr.osei', review_words = 'words', reviewed_at = now(), answered = true, useful = true where patient_id = ?", one.patient());
    }

    /** Whatever the clinic has few of, so that all thirty have room. */
    private void clinicsOwn() throws SQLException {
        for (int i = 0; i < PATIENTS; i++) {
            database.run("insert into closure (id, from_date, to_date, name) values (?::uuid, current_date + 3000 + ?, current_date + 3000 + ?, 'name')", marked(i), i, i);
            database.run("insert into absence (id, resource_id, during, reason, by_whom) select ?::uuid, ?::uuid, tstzrange(t, t + interval '15 minutes'), 'reason', 'desk' "
                    + "from (select (?::date + 1 + time '09:00' + ? * interval '15 minutes') at time zone 'America/Toronto' as t) at", marked(i), OSEI, day.toString(), i);
            database.run("insert into opening_exception (id, resource_id, on_date, reason) values (?::uuid, ?::uuid, current_date + 3000 + ?, 'reason')", marked(i), OSEI, i);
            database.run("insert into day_note (id, on_date, words, by_whom, at) values (?::uuid, ?::date, 'words', 'desk', now())", marked(i), day.toString());
            database.run("insert into board_group (id, name) values (?::uuid, ?)", marked(i), "name " + i); // No two are called the same, and forty letters hold one or two.
            database.run("insert into saved_reply (id, title, words, kept_at) values (?::uuid, ?, 'words', now())", marked(i), "title " + i);
            database.run("insert into rule_switch (id, rule_set, rule, off_at, off_by, reason) select ?::uuid, name, r.value->>'id', now(), 'director', 'reason' "
                    + "from rule_set_version, jsonb_array_elements(document::jsonb->'rules') with ordinality as r where name = 'muscle-twitching' and version = 2 and r.ordinality = ?", marked(i), i + 1);
            database.run("insert into visit_question (id, visit_type, position, kind, text_en, text_fr, needed, written_by, written_at) values (?::uuid, 'EMG', ?, 'CHOICE', 'text', 'text', false, 'admin', now())", marked(i), 50 + i);
            database.run("insert into visit_question_option (question_id, code, position, text_en, text_fr, effect, words_en, words_fr) select ?::uuid, c, n, 'text', 'text', 'WARN', 'words', 'words' "
                    + "from unnest(array['A', 'B']) with ordinality as t (c, n)", marked(i));
            database.run("insert into staff_account (id, username, display_name, password_hash, role) values (?::uuid, ?, 'name', 'none', 'DOCTOR')", marked(i), ACCOUNT + i);
        }
        database.run("insert into day_list (block_id, most, opened_by, opened_at) values (?::uuid, 60, 'desk', now())", marked(0));
        for (int i = 0; i < PATIENTS; i++) {
            database.run("insert into day_list_entry (id, list_id, patient_id, place, words, since, added_at, added_by) values (?, ?::uuid, ?, ?, 'words', now(), now(), 'desk')",
                    NewId.next(), marked(0), records.get(i).patient(), i);
        }
        for (int i = 0; i < FreeText.THIRTY.size(); i++) {
            database.run("insert into staff_passkey (credential_id, account_id, public_key, sign_count, name, created_at) values (?, ?::uuid, 'key', 0, 'name', now())", marked(i), marked(0));
        }
        for (String kind : List.of("REMINDER", "CONFIRMATION", "CHANGE", "CANCELLATION", "MESSAGE", "CODE")) {
            database.run("insert into letter_template (kind, language, subject, body, changed_by, changed_at) select ?, l, 'subject', 'body', 'admin', now() from unnest(array['en', 'fr']) l on conflict do nothing", kind);
        }
        for (String name : CLINICS_SENTENCES.split(" ")) {
            database.run("insert into clinic_setting (name, value) values (?, 'value') on conflict do nothing", name);
        }
    }

    private void plant(String column) throws SQLException {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(table.length() + 1);
        if (name.equals("answers")) {
            given.put(column, FreeText.THIRTY.size()); // In the JSON of each form.
            return;
        }
        FreeText.Dealt dealt = new FreeText.Dealt(column, room(table, name));
        for (String row : rows(table, name)) {
            database.run("update " + table + " set " + name + " = ? where ctid = ?::tid", dealt.words(), row);
        }
        given.put(column, dealt.given());
    }

    private int room(String table, String name) throws SQLException {
        List<String> found = database.list("select substring(pg_get_constraintdef(oid) from 'length\\(" + name + "\\) <= (\\d+)') from pg_constraint "
                + "where conrelid = ?::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ ('length\\(" + name + "\\) <=')", table);
        return found.isEmpty() ? 100 : Integer.parseInt(found.get(0));
    }

    /** Where the rows of a column are that this clinic may write on. */
    private List<String> rows(String table, String name) throws SQLException {
        List<String> keys = database.list("select column_name::text from information_schema.columns where table_schema = 'public' and table_name = ? and column_name = any (string_to_array(?, ' '))",
                table, String.join(" ", OWN.keySet()));
        String filled = FORMERLY_EMPTY.contains(name) ? "true" : name + " is not null";
        if (keys.isEmpty()) {
            String which = switch (table) {
                case "patient" -> "id = any (string_to_array('" + ids() + "', ' ')::uuid[])";
                case "staff_passkey" -> "account_id::text like '" + MARKED + "%'";
                case "visit_question_option" -> "question_id::text like '" + MARKED + "%'";
                case "staff_account", "visit_question", "closure", "absence", "opening_exception", "day_note", "board_group", "rule_switch", "saved_reply" -> "id::text like '" + MARKED + "%'";
                case "clinic_setting" -> "name = any (string_to_array('" + CLINICS_SENTENCES + "', ' '))";
                default -> "true";
            };
            return database.list("select ctid::text from " + table + " where " + which + " and " + filled + " order by ctid");
        }
        String key = List.of("carer_id", "patient_id", "response_id", "appointment_id", "test_flag_id").stream().filter(keys::contains).findFirst().orElseThrow();
        List<String> found = new ArrayList<>();
        for (SomeRecord record : records) {
            found.addAll(database.list("select ctid::text from " + table + " where " + key + " in (" + of(key, record) + ") and " + filled + " order by ctid"));
        }
        return found;
    }

    private String ids() {
        return String.join(" ", records.stream().map(record -> record.patient().toString()).toList());
    }

    private static String marked(int i) {
        return MARKED + String.format("%012d", i);
    }

    @Override
    public void close() throws SQLException {
        database.run("set session_replication_role = replica");
        for (Map.Entry<String, String> planted : CLINICS_WORDS.entrySet()) {
            String table = planted.getKey();
            for (String column : planted.getValue().split(" ")) {
                database.run("update " + table + " t set " + column + " = k." + column + " from kept_" + table + " k where " + sameRow(table));
            }
            database.run("delete from " + table + " t where not exists (select from kept_" + table + " k where " + sameRow(table) + ")");
            database.run("drop table kept_" + table);
        }
        database.run("delete from staff_passkey where account_id::text like '" + MARKED + "%'");
        database.run("delete from staff_session where account_id::text like '" + MARKED + "%'");
        database.run("delete from visit_question_option where question_id::text like '" + MARKED + "%'");
        database.run("delete from day_list where block_id::text like '" + MARKED + "%' or block_id in (select id from absence where resource_id = any (string_to_array(?, ' ')::uuid[]))", ids());
        database.run("delete from absence where resource_id = any (string_to_array(?, ' ')::uuid[])", ids());
        for (String table : List.of("visit_question", "closure", "absence", "opening_exception", "day_note", "board_group", "rule_switch", "saved_reply")) {
            database.run("delete from " + table + " where id::text like '" + MARKED + "%'");
        }
        for (String key : List.of("test_flag_id", "appointment_id", "response_id", "carer_id", "patient_id")) {
            for (String table : database.list("select c.table_name::text from information_schema.columns c join information_schema.tables t using (table_schema, table_name) "
                    + "where table_schema = 'public' and t.table_type = 'BASE TABLE' and column_name = ? and table_name <> 'audit_event'", key)) {
                for (SomeRecord record : records) {
                    database.run("delete from " + table + " where " + key + " in (" + of(key, record) + ")");
                }
            }
        }
        database.run("delete from patient where id = any (string_to_array(?, ' ')::uuid[])", ids());
        database.run("delete from resource where id = any (string_to_array(?, ' ')::uuid[])", ids());
        tell();
    }

    /** What was written past all triggers is told to who keeps a copy of the catalogue. */
    private void tell() throws SQLException {
        database.run("set session_replication_role = origin");
        database.run("update visit_type set name = name");
    }

    private String sameRow(String table) throws SQLException {
        return String.join(" and ", database.list("select 't.' || a.attname || ' = k.' || a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) "
                + "where i.indrelid = ?::regclass and i.indisprimary", table));
    }

    /** The ids that rows of one patient refer to by this column. */
    private static String of(String key, SomeRecord record) {
        return String.format(OWN.get(key), "'" + record.patient() + "'");
    }
}
