package clinic.anteroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.startup.SomeRights;
import clinic.anteroom.testing.Entities;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The chain over the trail, on a database of its own that a superuser then tampers with. */
class SealedTrailTest {

    private static final ClinicTime TIME = new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto"));

    private PGSimpleDataSource database;
    private EntityManagerFactory factory;

    @BeforeAll
    static void model() {
        Flyway.configure().dataSource(TestDatabase.fresh("sealed_model")).locations("classpath:db/migration").table("schema_history").load().migrate();
    }

    @BeforeEach
    void copy() {
        database = (PGSimpleDataSource) TestDatabase.copy("sealed_model", "sealed");
        factory = Entities.at(database.getUrl() + "&stringtype=unspecified");
        for (int row = 0; row < 3; row++) {
            write();
        }
        assertThat(seal()).isTrue();
        write();
        assertThat(seal()).isTrue();
        assertThat(seal()).as("nothing is left").isFalse();
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    @DisplayName("T37 a trail that nobody touched fits its seals")
    void anUntouchedTrailFits() {
        AuditCheck check = check();
        assertThat(check.fault()).isNull();
        assertThat(check.seals()).isEqualTo(2);
        assertThat(check.rows()).isEqualTo(4);
    }

    @Test
    @DisplayName("T37 a row changed by a superuser is found, and so is one that is gone or slipped in")
    void tamperingIsFound() throws SQLException {
        asSuperuser("update audit_event set agent = 'somebody.else' where written_as = 2");
        assertThat(check()).extracting(AuditCheck::fault, AuditCheck::atSeal).containsExactly(AuditCheck.Fault.CHANGED, 1L);
        asSuperuser("update audit_event set agent = 'dr.osei' where written_as = 2");
        assertThat(check().fault()).isNull();
        asSuperuser("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, written_in, written_as) overriding system value "
                + "select gen_random_uuid(), recorded_at, 'forger', 'DOCTOR', 'VIEW', 'Patient', written_in, 1000 from audit_event where written_as = 2");
        assertThat(check()).extracting(AuditCheck::fault, AuditCheck::atSeal).containsExactly(AuditCheck.Fault.INSERTED, 1L);
        asSuperuser("delete from audit_event where agent = 'forger' or written_as = 4");
        assertThat(check()).extracting(AuditCheck::fault, AuditCheck::atSeal).containsExactly(AuditCheck.Fault.MISSING, 2L);
    }

    @Test
    @DisplayName("T37 seals that are removed together with their rows are missed")
    void aTrailCutOffAtItsEndIsFound() throws SQLException {
        assertThat(check().fault()).isNull();
        asSuperuser("delete from audit_event where written_as = 4");
        asSuperuser("delete from audit_seal where number = 2");
        assertThat(check().fault()).isEqualTo(AuditCheck.Fault.CUT_OFF);
        asSuperuser("update audit_seal set hash = repeat('a', 64) where number = 1");
        assertThat(check().fault()).isEqualTo(AuditCheck.Fault.CHANGED);
    }

    @Test
    @DisplayName("T37 a row of a transaction that is still open is sealed after it, not skipped")
    void aLateCommitIsSealedLater() throws SQLException {
        try (Connection slow = database.getConnection(); Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into audit_event (id, recorded_at, agent, agent_role, action, entity) values (gen_random_uuid(), now(), 'slow', 'DOCTOR', 'VIEW', 'Patient')");
            write();
            assertThat(seal()).as("a row behind an open transaction").isFalse();
            slow.commit();
        }
        assertThat(seal()).isTrue();
        AuditCheck check = check();
        assertThat(check.fault()).isNull();
        assertThat(check.rows()).isEqualTo(6);
    }

    @Test
    @DisplayName("T37 the application's role adds to the trail and can neither change it nor any table")
    void theApplicationsRoleOnlyAdds() throws SQLException {
        SomeRights.give("anteroom_app", database);
        PGSimpleDataSource application = new PGSimpleDataSource();
        application.setUrl(database.getUrl());
        application.setUser("anteroom_app");
        try (Connection connection = application.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into audit_event (id, recorded_at, agent, agent_role, action, entity) values (gen_random_uuid(), now(), 'app', 'DOCTOR', 'VIEW', 'Patient')");
            statement.execute("update staff_account set failed_attempts = 0");
            for (String forbidden : new String[] {"update audit_event set agent = 'x'", "delete from audit_event", "truncate audit_event", "delete from audit_seal",
                "update audit_check set fault = null", "alter table audit_event disable trigger all", "drop table audit_seal", "create table mine (id int)",
                "set session_replication_role = replica", "delete from schema_history"}) {
                assertThatThrownBy(() -> statement.execute(forbidden)).as(forbidden).isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("42501");
            }
        }
    }

    private void write() {
        in(entities -> {
            SomeAudit.of(entities, SomeCaller.of("dr.osei", Roles.DOCTOR), TIME).record(AuditedAction.VIEW, "Patient", NewId.next(), UUID.randomUUID());
            return null;
        });
    }

    private boolean seal() {
        return in(entities -> service(entities).seal());
    }

    private AuditCheck check() {
        return in(entities -> service(entities).check().orElseThrow());
    }

    private static AuditSealService service(EntityManager entities) {
        AuditSealService service = new AuditSealService();
        service.seals = new AuditSeals();
        service.seals.entities = entities;
        service.time = TIME;
        return service;
    }

    private <T> T in(java.util.function.Function<EntityManager, T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            entities.close();
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
