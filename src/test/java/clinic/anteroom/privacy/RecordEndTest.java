package clinic.anteroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.startup.SomeRights;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeRecord;
import clinic.anteroom.testing.TestDatabase;
import clinic.anteroom.triage.RuleSetRegister;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How a record ends: after its time, by two people, whole, and with nothing of anybody else's. */
class RecordEndTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final Set<String> STAY = Set.of("audit_event", "record_end");

    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), TORONTO));
    private ServersDatabase database;
    private String family;
    private SomeRecord old;

    @BeforeEach
    void aRecordOfElevenYears() throws SQLException {
        as("privacy");
        house.transaction(() -> house.get(RuleSetRegister.class));
        database = ServersDatabase.at(TestDatabase.dataSource().getConnection());
        family = "Endby" + NewId.next().toString().substring(28).replaceAll("[0-9]", "q");
        old = SomeRecord.in(database, family);
        OldRecords.age(database, old);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    @DisplayName("T41 what is destroyed is gone from every table and every column of the database; the trail and a certificate stay, and nothing of anybody else's is touched")
    void nothingIsLeft() throws SQLException {
        SomeRecord other = SomeRecord.in(database, "Staysby");
        List<String> ids = everyIdOf(old);
        assertThat(ids).hasSizeGreaterThan(15);
        WholeRecord others = take(other.patient());
        as("privacy");
        tell(service -> service.propose(old.patient()));
        List<String> trail = database.list("select id from audit_event where patient_id = ?", old.patient());
        as("second.officer");
        assertThat(due()).contains(old.patient());
        tell(service -> service.destroy(old.patient()));

        assertThat(tablesWith("t::text like '%" + family + "%'")).as("the name").isEmpty();
        assertThat(tablesWith("t::text ~ '(" + String.join("|", ids) + ")'")).as("ids of the record").isSubsetOf(STAY);
        assertThat(database.list("select id from audit_event where patient_id = ?", old.patient())).as("the trail").containsAll(trail);
        assertThat(database.list("select concat_ws(' ', agent, action, entity) from audit_event where patient_id = ? and action = 'DELETE'", old.patient())).containsExactly("second.officer DELETE RecordEnd");
        assertThat(house.transaction(() -> house.get(RetentionService.class).ends())).filteredOn(end -> end.patientId().equals(old.patient())).singleElement().satisfies(end -> {
            assertThat(end.proposedBy()).isEqualTo("privacy");
            assertThat(end.destroyedBy()).isEqualTo("second.officer");
            assertThat(end.rows()).isGreaterThan(25);
        });
        WholeRecord after = take(other.patient());
        assertThat(after.entries()).isEqualTo(others.entries());
        assertThat(after.forms()).hasSameSizeAs(others.forms());
        assertThat(database.list("select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'")).as("guards are back").isEmpty();
        assertThatThrownBy(() -> database.run("delete from evaluation where patient_id = ?", other.patient())).as("what is written once").isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("T41 whoever proposed it cannot destroy it alone before thirty days have gone by; afterwards they can, and a record that is kept after all is not destroyed")
    void twoPeopleOrThirtyDays() throws SQLException {
        tell(service -> service.propose(old.patient()));
        tell(service -> service.propose(old.patient()));
        assertThatThrownBy(() -> tell(service -> service.destroy(old.patient()))).isInstanceOf(RecordKept.class).hasMessage("refusal.record_needs_two");
        tell(service -> service.withdraw(old.patient()));
        as("second.officer");
        assertThatThrownBy(() -> tell(service -> service.destroy(old.patient()))).isInstanceOf(RecordKept.class).hasMessage("refusal.record_not_proposed");
        database.run("insert into record_end (id, patient_id, last_entry, proposed_by, proposed_at) values (?, ?, now(), 'second.officer', now() - interval '721 hours')", NewId.next(), old.patient());
        tell(service -> service.destroy(old.patient()));
        assertThat(database.list("select id from patient where id = ?", old.patient())).isEmpty();
    }

    @Test
    @DisplayName("T41 the database itself refuses to destroy a record before its time, without a proposal, by one person in a hurry, or to call one destroyed that is there")
    void theDatabaseRefuses() throws SQLException {
        database.close();
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.fresh("ended");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").table("schema_history").load().migrate();
        SomeRights.give("anteroom_app", source);
        database = ServersDatabase.at(source.getConnection());
        database.run("alter table evaluation drop constraint evaluation_rule_set_name_rule_set_version_fkey"); // The server registers documents, and none runs here.
        old = SomeRecord.in(database, family);
        OldRecords.age(database, old);
        PGSimpleDataSource lesser = new PGSimpleDataSource();
        lesser.setUrl(source.getUrl());
        lesser.setUser("anteroom_app");
        lesser.setStringType("unspecified");
        SomeRecord young = SomeRecord.in(database, "Youngby");
        try (ServersDatabase application = ServersDatabase.at(lesser.getConnection())) {
            assertThatThrownBy(() -> application.run("delete from patient where id = ?", old.patient())).hasMessageContaining("nobody has proposed it");
            assertThatThrownBy(() -> application.run("select end_record(?, 'second.officer')", old.patient())).hasMessageContaining("nobody has proposed it");
            propose(application, young.patient(), "privacy");
            assertThatThrownBy(() -> application.run("select end_record(?, 'second.officer')", young.patient())).hasMessageContaining("its time is not over");
            propose(application, old.patient(), "privacy");
            assertThatThrownBy(() -> application.run("select end_record(?, 'privacy')", old.patient())).hasMessageContaining("record_end_takes_two_people_or_thirty_days");
            assertThatThrownBy(() -> application.run("update record_end set destroyed_by = 'second.officer', destroyed_at = now(), rows_gone = 1 where patient_id = ?", old.patient()))
                    .hasMessageContaining("is still there");
            assertThatThrownBy(() -> application.run("alter table evaluation disable trigger user")).hasMessageContaining("must be owner");
            database.run("insert into visit_message (id, patient_id, topic, from_patient, author, words, written_at) values (?, ?, 'TIME', true, 'Wilma', 'I am back', now())", NewId.next(), old.patient());
            assertThatThrownBy(() -> application.run("select end_record(?, 'second.officer')", old.patient())).as("a new entry").hasMessageContaining("its time is not over");
            database.run("delete from visit_message where words = 'I am back' and patient_id = ?", old.patient());
            application.run("select end_record(?, 'second.officer')", old.patient());
            assertThatThrownBy(() -> application.run("update record_end set destroyed_by = 'nobody' where patient_id = ?", old.patient())).hasMessageContaining("stands as it was written");
            assertThatThrownBy(() -> application.run("delete from record_end where patient_id = ?", old.patient())).hasMessageContaining("stands as it was written");
        }
    }

    @Test
    @DisplayName("T41 a visit, a change, a lock or somebody who acts for a kept record keeps a record; a look does not")
    void whatKeepsARecord() throws SQLException {
        assertThat(due()).contains(old.patient());
        database.run("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, patient_id) values (?, now(), 'dr.osei', 'DOCTOR', 'VIEW', 'Patient', ?)", NewId.next(), old.patient());
        assertThat(due()).as("a look").contains(old.patient());
        SomeRecord child = SomeRecord.in(database, "Childby");
        UUID right = NewId.next();
        database.run("insert into related_person (id, carer_id, patient_id, given_name, family_name, birth_date, relation, status, scope, proof, asked_at, confirmed_by, confirmed_at) "
                + "values (?, ?, ?, 'Kim', 'Childby', '2015-01-01', 'PARENT', 'ACTIVE', 'VISITS', 'OWN_WORD', now() - interval '100000 hours', 'desk', now() - interval '100000 hours')", right, old.patient(), child.patient());
        assertThat(due()).as("a carer in a record that is kept").doesNotContain(old.patient());
        database.run("delete from related_person where id = ?", right);
        String eightYearsAgo = Instant.now().minus(Duration.ofDays(3000)).toString();
        database.run("set session_replication_role = replica");
        database.run("update appointment set starts_at = ?::timestamptz, ends_at = ?::timestamptz + interval '1 hour' where patient_id = ?", eightYearsAgo, eightYearsAgo, old.patient());
        database.run("set session_replication_role = origin");
        assertThat(due()).as("a visit eight years ago").doesNotContain(old.patient());
        assertThatThrownBy(() -> tell(service -> service.propose(old.patient()))).isInstanceOf(RecordKept.class).hasMessage("refusal.record_kept");
    }

    private void propose(ServersDatabase by, UUID patient, String officer) throws SQLException {
        by.run("insert into record_end (id, patient_id, last_entry, proposed_by, proposed_at) values (?, ?, now(), ?, now())", NewId.next(), patient, officer);
    }

    private void as(String officer) {
        house.signedIn(officer, Roles.PRIVACY_OFFICER);
    }

    private void tell(java.util.function.Consumer<RetentionService> what) {
        house.transaction(() -> {
            what.accept(house.get(RetentionService.class));
            return null;
        });
    }

    private List<UUID> due() {
        return house.transaction(() -> house.get(RetentionService.class).due()).stream().map(DueRecord::patientId).toList();
    }

    private WholeRecord take(UUID patient) {
        return house.transaction(() -> house.get(WholeRecordService.class).take(patient, RecordReason.PATRQT)).orElseThrow();
    }

    /** The patient's own id and that of every row that is found from it. */
    private List<String> everyIdOf(SomeRecord record) throws SQLException {
        Set<String> ids = new TreeSet<>(List.of(record.patient().toString()));
        for (String table : tables()) {
            if (!STAY.contains(table) && database.list("select 1 from information_schema.columns where table_schema = 'public' and table_name = ? and column_name = 'id' and data_type = 'uuid'", table).size() == 1) {
                for (String key : OldRecords.keysOf(database, table)) {
                    ids.addAll(database.list("select id::text from " + table + " where " + key + " in (" + OldRecords.owned(key) + ")", record.patient()));
                }
            }
        }
        return List.copyOf(ids);
    }

    private List<String> tablesWith(String what) throws SQLException {
        List<String> found = new java.util.ArrayList<>();
        for (String table : tables()) {
            if (!database.list("select 1 from " + table + " t where " + what + " limit 1").isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() throws SQLException {
        return database.list("select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1");
    }
}
