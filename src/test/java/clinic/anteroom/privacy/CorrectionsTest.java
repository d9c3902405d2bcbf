package clinic.anteroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.Roles;
import clinic.anteroom.care.CareService;
import clinic.anteroom.care.CaseService;
import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.care.ResultService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.Practice;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.triage.RuleSetRegister;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever is corrected, what stood before is still there, with who changed it and when, and comes with the whole record. */
class CorrectionsTest {

    private Practice practice;
    private ServersDatabase database;
    private UUID form;
    private UUID patient;

    @BeforeEach
    void oneCase() throws SQLException {
        practice = Practice.opened();
        database = practice.database;
        form = practice.cases.weakArm("Corra", "Corrected" + NewId.next().toString().substring(30));
        patient = UUID.fromString(database.one("select patient_id from questionnaire_response where id = ?", form));
    }

    @Test
    @DisplayName("T41 answers that were sent in can be neither changed nor deleted; what the patient adds stands beside them")
    void answersStay() {
        assertThatThrownBy(() -> database.run("update questionnaire_response set answers = '{}', answers_sha256 = encode(sha256('{}'), 'hex') where id = ?", form)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.run("delete from questionnaire_response where id = ?", form)).isInstanceOf(SQLException.class);
        practice.tell(CaseService.class, cases -> cases.ask(form, "Which hand drops things?"));
        assertThat(words()).contains("Which hand drops things?");
        assertThatThrownBy(() -> database.run("update follow_up_question set words = 'other' where response_id = ?", form)).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("T41 a doctor's note that is written over, a remark and a decision that is taken back stay with who and when")
    void notesAndDecisionsStay() throws SQLException {
        practice.on(form, (cases, seen) -> cases.keepNote(form, seen, "Reflexes brisk on the left."));
        practice.as("dr.carvalho");
        practice.on(form, (cases, seen) -> cases.keepNote(form, seen, "Reflexes brisk on the right."));
        practice.tell(CaseService.class, cases -> cases.remark(form, "Call her husband"));
        assertThat(kept("care_case")).singleElement().asString().contains("Reflexes brisk on the left.", "dr.osei");
        assertThat(words()).contains("Reflexes brisk on the left.", "Reflexes brisk on the right.", "Call her husband");

        practice.as("dr.osei");
        UUID flag = practice.flag(form, "MRI").id();
        int seen = practice.version(form);
        practice.tell(CareService.class, care -> care.dismiss(form, seen, flag, DismissalReason.values()[DismissalReason.values().length - 1], "Done in May elsewhere"));
        practice.tell(CareService.class, care -> care.undo(form, flag));
        assertThat(words()).contains("Done in May elsewhere", "REJECTED", "UNDONE", "dr.osei");
        assertThatThrownBy(() -> database.run("update test_flag_step set detail = 'other' where test_flag_id = ?", flag)).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("T41 a result that is corrected stays beside the new one")
    void resultsStay() {
        UUID order = practice.confirm(form, "EMG").id();
        practice.ask(ResultService.class, results -> results.record(order, "No fibrillations.", null, null));
        practice.ask(ResultService.class, results -> results.record(order, "Fibrillations in one muscle.", null, null));
        assertThat(words()).contains("No fibrillations.", "Fibrillations in one muscle.", "FINAL", "AMENDED");
        assertThatThrownBy(() -> database.run("update diagnostic_report set conclusion = 'other' where service_request_id = ?", order)).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("T41 name, contact, needs, alert, notes and time of a visit, and what an order says: written over by whatever program, what stood before is kept and cannot be touched")
    void whatIsWrittenOverStays() throws SQLException {
        UUID visit = SomeVisitors.visit(database, patient, "EMG", Instant.now().plus(Duration.ofDays(90)));
        UUID order = practice.confirm(form, "EMG").id();
        database.run("insert into patient_alert (patient_id, words, by_whom, at) values (?, 'Latex allergy', 'desk', now())", patient);
        database.run("insert into visit_note (appointment_id, words, by_whom, at) values (?, 'Comes with her sister', 'desk', now())", visit);
        database.run("insert into visit_need (appointment_id, interpreter, companion, wheelchair, help, words) values (?, false, true, false, false, 'A chair with arms')", visit);
        database.run("insert into visit_answer (appointment_id, answer, by_whom, at) values (?, (select substring(pg_get_constraintdef(oid) from '''([A-Z_]+)''') from pg_constraint "
                + "where conrelid = 'visit_answer'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%answer%' limit 1), 'desk', now())", visit);
        database.run("update patient set needs_words = 'Speaks softly' where id = ?", patient);
        String phone = database.one("select phone from patient where id = ?", patient);
        String answer = database.one("select answer from visit_answer where appointment_id = ?", visit);
        String wall = database.one("select to_char(wall_start, 'YYYY-MM-DD\"T\"HH24:MI') from appointment where id = ?", visit);
        database.run("set anteroom.agent = 'second.desk'");
        database.run("update patient set phone = '+1 416 555 0100', family_name = family_name || 'x', needs_words = null where id = ?", patient);
        database.run("update patient_alert set words = 'No allergy', by_whom = 'second.desk' where patient_id = ?", patient);
        database.run("delete from visit_note where appointment_id = ?", visit);
        database.run("update visit_need set words = 'Any chair' where appointment_id = ?", visit);
        database.run("delete from visit_answer where appointment_id = ?", visit);
        database.run("update appointment set wall_start = wall_start + interval '1 hour' where id = ?", visit);
        database.run("update service_request set indication = 'Other words' where id = ?", order);
        database.run("reset anteroom.agent");
        for (Map.Entry<String, List<String>> stood : Map.of("patient", List.of(phone, "Speaks softly", "Corrected"), "patient_alert", List.of("Latex allergy", "desk"),
                "visit_note", List.of("Comes with her sister"), "visit_need", List.of("A chair with arms"), "visit_answer", List.of(answer), "appointment", List.of(wall),
                "service_request", List.of("Weak arm")).entrySet()) {
            assertThat(String.join("\n", kept(stood.getKey()))).as(stood.getKey()).contains(stood.getValue()).contains("second.desk");
            assertThat(words()).as(stood.getKey()).contains(stood.getValue());
        }
        assertThatThrownBy(() -> database.run("update record_before set words = 'nothing' where patient_id = ?", patient)).hasMessageContaining("is never changed");
        assertThatThrownBy(() -> database.run("delete from record_before where patient_id = ?", patient)).hasMessageContaining("is never changed");
    }

    @Test
    @DisplayName("T41 no column of a record that holds words is written over without a guard: it is kept, or it cannot be changed")
    void noColumnIsForgotten() throws SQLException {
        List<String> kept = database.list("select tgrelid::regclass::text from pg_trigger where tgname = 'what_stood_is_kept'");
        List<String> fixed = database.list("select tgrelid::regclass::text from pg_trigger where not tgisinternal and tgtype & 16 > 0 and tgtype & 2 > 0 and tgname ~ '(never_change|written_once|only_ends|only_reviewed|as_they_were|certificate|stay)'");
        List<String> holding = database.list("select distinct c.conrelid::regclass::text from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) "
                + "where c.contype = 'c' and pg_get_constraintdef(c.oid) ~ ('length\\(' || a.attname || '\\) <= \\d{3,}') "
                + "and exists (select from pg_attribute o where o.attrelid = c.conrelid and o.attname in ('patient_id', 'response_id', 'appointment_id', 'test_flag_id'))");
        assertThat(holding).hasSizeGreaterThan(15);
        assertThat(holding.stream().filter(table -> !kept.contains(table) && !fixed.contains(table)).toList()).as("no statement of ours writes over the words of these")
                .containsExactlyInAnyOrder("channel_consent", "colleague_word", "communication", "consent_lock", "diary_entry", "glass_break", "patient_call", "patient_task", "related_person", "safety_confirmation", "test_flag",
                        "visit_message", "visit_question_answer");
    }

    private List<String> kept(String place) throws SQLException {
        return database.list("select words || ' ' || coalesce(changed_by, '') from record_before where patient_id = ? and place = ? and changed_at > now() - interval '1 hour'", patient, place);
    }

    private String words() {
        ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto"))).signedIn("privacy", Roles.PRIVACY_OFFICER);
        house.transaction(() -> house.get(RuleSetRegister.class));
        return String.join("\n", house.transaction(() -> house.get(WholeRecordService.class).take(patient, RecordReason.PATRQT)).orElseThrow().entries().stream()
                .map(entry -> entry.what() + " " + entry.state() + " " + entry.who() + " " + entry.words()).toList());
    }
}
