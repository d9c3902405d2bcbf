package clinic.anteroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.access.SomeAudit;
import clinic.anteroom.access.SomeCaller;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long a record is kept, to the day. */
class RetentionTest {

    private static final ClinicTime TIME = new ClinicTime(Clock.fixed(Instant.parse("2026-11-26T15:00:00Z"), ZoneOffset.UTC), ZoneId.of("America/Toronto"));

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final RetentionService retention = new RetentionService();

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        retention.ends = new RecordEnds();
        retention.ends.entities = entities;
        retention.time = TIME;
        retention.audit = SomeAudit.of(entities, SomeCaller.of("privacy", Roles.PRIVACY_OFFICER), TIME);
    }

    @AfterEach
    void rollBack() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    @DisplayName("T41 a record is due ten years after its last entry, and not a day before")
    void tenYearsAfterTheLastEntry() {
        UUID over = patient("1950-01-01", "2016-11-25T12:00:00Z");
        UUID kept = patient("1950-01-01", "2016-11-26T12:00:00Z");
        assertThat(due()).contains(over).doesNotContain(kept);
        entities.createNativeQuery("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, patient_id) "
                + "values (?1, timestamptz '2020-01-01 00:00Z', 'dr.osei', 'DOCTOR', 'UPDATE', 'Patient', ?2)").setParameter(1, NewId.next()).setParameter(2, over).executeUpdate();
        assertThat(due()).as("a change is an entry").doesNotContain(over);
    }

    @Test
    @DisplayName("T41 the record of who was a child is kept until the twenty-eighth birthday")
    void whoWasAChild() {
        UUID grown = patient("1998-11-26", "2010-01-01T12:00:00Z");
        UUID tomorrow = patient("1998-11-27", "2010-01-01T12:00:00Z");
        assertThat(due()).contains(grown).doesNotContain(tomorrow);
    }

    private List<UUID> due() {
        return retention.due().stream().map(DueRecord::patientId).toList();
    }

    private UUID patient(String born, String since) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, created_at) values (?1, 'Old', 'Record', cast(?2 as date), ?3)")
                .setParameter(1, id).setParameter(2, born).setParameter(3, Instant.parse(since).atOffset(ZoneOffset.UTC)).executeUpdate();
        return id;
    }
}
