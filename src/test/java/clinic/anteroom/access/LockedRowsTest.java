package clinic.anteroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.startup.SomeRights;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The lock-box where it is kept: every table and view that can tell of a patient, read with the application's own role. */
class LockedRowsTest {

    /** Tables that name a patient, a form, a visit or an order and hold nothing that is locked; each with its reason. */
    private static final Set<String> OPEN = Set.of(
            "access_link", "visit_code", "visit_link", "visit_session", "calendar_feed", // hashes of secrets
            "audit_event", "consent_lock", "glass_break", "record_end", // read by the officer only, or without content
            "appointment_request", "booking_key", "freed_time", "occupancy", "visit_group", "visit_group_member", // that a time is taken, not why
            "booking_right", "channel_consent", "related_person"); // what somebody may do, not what somebody has

    private static ServersDatabase owner;
    private static Connection application;
    private static UUID form;
    private static UUID patient;

    @BeforeAll
    static void oneCase() throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.fresh("locked");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").table("schema_history").load().migrate();
        SomeRights.give("anteroom_app", source);
        owner = ServersDatabase.at(source.getConnection());
        owner.run("alter table evaluation drop constraint evaluation_rule_set_name_rule_set_version_fkey"); // The server registers documents, and none runs here.
        form = new SomeCases(owner).weakArm("Lock", "Boxer");
        new SomeCases(owner).weakArm("Open", "Bystander");
        patient = UUID.fromString(owner.one("select patient_id from questionnaire_response where id = ?", form));
        owner.run("insert into intake_note (id, response_id, written_at, words) values (?, ?, now(), 'secret')", NewId.next(), form);
        PGSimpleDataSource lesser = new PGSimpleDataSource();
        lesser.setUrl(source.getUrl());
        lesser.setUser("anteroom_app");
        application = lesser.getConnection();
        application.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        if (application != null) {
            application.close();
        }
        owner.close();
    }

    @BeforeEach
    void unlock() throws SQLException {
        owner.run("delete from glass_break");
        owner.run("delete from consent_lock");
    }

    @Test
    @DisplayName("T39 a record locked for a person is in no table and no view for that person, and in all for others")
    void aRecordLockedForAPerson() throws SQLException {
        lock(null, null, "PERSON", "dr.osei");
        for (String where : List.of("questionnaire_response where patient_id", "evaluation where patient_id", "case_to_review where patient_id")) {
            assertThat(count(where, patient, "dr.osei", "DOCTOR")).as(where).isZero();
            assertThat(count(where, patient, "dr.carvalho", "DOCTOR")).as(where).isOne();
            assertThat(count(where, patient, "", "")).as(where + " for the patient").isOne();
        }
        for (String where : List.of("test_flag where response_id", "care_case where response_id", "intake_note where response_id")) {
            assertThat(count(where, form, "dr.osei", "DOCTOR")).as(where).isZero();
            assertThat(count(where, form, "dr.carvalho", "DOCTOR")).as(where).isPositive();
        }
        assertThat(count("questionnaire_response where true or id", form, "dr.osei", "DOCTOR")).as("somebody else's is not locked").isOne();
        assertThat(count("test_flag_step where test_flag_id in (select id from test_flag) and test_flag_id", null, "dr.osei", "DOCTOR")).isZero();
    }

    @Test
    @DisplayName("T39 one form, or one note, is locked for a role; the rest of the record is not")
    void anItemLockedForARole() throws SQLException {
        UUID note = UUID.fromString(owner.one("select id from intake_note where response_id = ?", form));
        lock("NOTE", note, "ROLE", "DOCTOR");
        assertThat(count("intake_note where response_id", form, "dr.osei", "DOCTOR")).isZero();
        assertThat(count("intake_note where response_id", form, "desk", "RECEPTIONIST")).isOne();
        assertThat(count("questionnaire_response where id", form, "dr.osei", "DOCTOR")).isOne();
        lock("FORM", form, "ROLE", "DOCTOR");
        assertThat(count("questionnaire_response where id", form, "director", "MEDICAL_DIRECTOR DOCTOR")).isZero();
        assertThat(count("test_flag where response_id", form, "director", "MEDICAL_DIRECTOR DOCTOR")).isZero();
        owner.run("update consent_lock set ended_by = 'privacy', ended_at = now()");
        assertThat(count("questionnaire_response where id", form, "director", "MEDICAL_DIRECTOR DOCTOR")).isOne();
    }

    @Test
    @DisplayName("T39 a broken glass opens one record for one account for a while, and the trail says so")
    void aBrokenGlassOpensForAWhile() throws SQLException {
        lock(null, null, "ALL", null);
        assertThat(count("questionnaire_response where id", form, "dr.osei", "DOCTOR")).isZero();
        owner.run("insert into glass_break (id, patient_id, agent, reason, broken_at, ends_at) values (?, ?, 'dr.osei', 'unconscious in the hall', now(), now() + interval '1 hour')",
                NewId.next(), patient);
        assertThat(count("questionnaire_response where id", form, "dr.osei", "DOCTOR")).isOne();
        assertThat(count("questionnaire_response where id", form, "dr.carvalho", "DOCTOR")).isZero();
        owner.run("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, patient_id, reason) values (?, now(), 'dr.osei', 'DOCTOR', 'VIEW', 'Patient', ?, 'TREAT')",
                NewId.next(), patient);
        assertThat(owner.list("select reason from audit_event where agent = 'dr.osei'")).containsExactly("BTG");
        owner.run("update glass_break set broken_at = now() - interval '61 minutes', ends_at = now() - interval '1 minute'");
        assertThat(count("questionnaire_response where id", form, "dr.osei", "DOCTOR")).isZero();
    }

    @Test
    @DisplayName("T39 every table that can tell of a patient has the lock, or says why it needs none; every view asks for its reader")
    void noTableIsForgotten() throws SQLException {
        Set<String> telling = new TreeSet<>(owner.list("""
                select distinct c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                where n.nspname = 'public' and c.relkind = 'r' and not a.attisdropped
                  and a.attname in ('patient_id', 'response_id', 'appointment_id', 'service_request_id', 'test_flag_id')"""));
        Set<String> locked = new TreeSet<>(owner.list("select relname from pg_class where relrowsecurity and relforcerowsecurity"));
        assertThat(telling).hasSizeGreaterThan(30);
        List<String> forgotten = new ArrayList<>(telling);
        forgotten.removeAll(locked);
        forgotten.removeAll(OPEN);
        assertThat(forgotten).isEmpty();
        assertThat(locked).doesNotContainAnyElementsOf(OPEN);
        assertThat(owner.list("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'v' "
                + "and coalesce(not 'security_invoker=true' = any (c.reloptions), true)")).isEmpty();
    }

    private static void lock(String kind, UUID item, String against, String whom) throws SQLException {
        owner.run("insert into consent_lock (id, patient_id, item_kind, item_id, against, whom, wording, written_by, written_at) values (?, ?, ?, ?, ?, ?, 'paper of today', 'privacy', now())",
                NewId.next(), patient, kind, item, against, whom);
    }

    private static int count(String where, UUID id, String agent, String roles) throws SQLException {
        try {
            ServersDatabase reader = ServersDatabase.at(application);
            reader.run("select set_config('anteroom.agent', ?, true), set_config('anteroom.roles', ?, true)", agent, roles);
            return Integer.parseInt(id == null ? reader.one("select count(*) from " + where + " in (select f.id from test_flag f where f.response_id = '" + form + "')")
                    : reader.one("select count(*) from " + where + " = '" + id + "'"));
        } finally {
            application.rollback();
        }
    }
}
