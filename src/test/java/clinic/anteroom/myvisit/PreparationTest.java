package clinic.anteroom.myvisit;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Getting ready for an MRI on a real database: who acts, by when, how one knows, and what if not. */
class PreparationTest {

    private static final Instant VISIT = Instant.parse("2026-12-10T15:00:00Z");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final Map<UUID, UUID> logged = new HashMap<>();
    private final UUID patient = NewId.next();
    private final UUID visit = NewId.next();

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, created_at) values (?1, 'Pat', 'Ready', date '1980-02-29', now())").setParameter(1, patient).executeUpdate();
        entities.createNativeQuery("""
                        insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                        values (?1, 'BOOKED', 'MRI', ?2, timestamptz '2026-12-10 15:00Z', timestamptz '2026-12-10 15:45Z', 'America/Toronto', timestamp '2026-12-10 10:00', 'test', now())""")
                .setParameter(1, visit).setParameter(2, patient).executeUpdate();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    private PreparationService at(Duration before) {
        PreparationService made = new PreparationService();
        made.notes = notes();
        made.audit = new AuditService() {
            @Override
            public void viewed(String entity, Map<UUID, UUID> shown) {
                logged.putAll(shown);
            }
        };
        made.time = new ClinicTime(Clock.fixed(VISIT.minus(before), ZoneOffset.UTC), ZoneOffset.UTC);
        return made;
    }

    private VisitNotes notes() {
        VisitNotes notes = new VisitNotes();
        notes.entities = entities;
        return notes;
    }

    private PreparationStep step(Duration before, String key) {
        return at(before).steps(visit).stream().filter(one -> one.step().key().equals(key)).findFirst().orElseThrow();
    }

    private PreparationStep.Whole light(Duration before) {
        return at(before).lights(List.of(visit)).get(visit);
    }

    @Test
    void deskAndDoctorActTooEachWithADeadline() {
        assertThat(step(Duration.ofDays(9), "questions")).satisfies(one -> {
            assertThat(one.step().who()).isEqualTo(Preparation.Who.DESK);
            assertThat(one.by()).isEqualTo(VISIT.minus(Duration.ofHours(2)));
            assertThat(one.done()).isFalse();
        });
        assertThat(step(Duration.ofDays(9), "implants").done()).as("nothing was ordered that a doctor has to settle").isTrue();
        assertThat(at(Duration.ofDays(9)).steps(visit)).isSortedAccordingTo((one, other) -> one.by().compareTo(other.by()));
        assertThat(logged).containsEntry(visit, patient);
    }

    @Test
    void questionsOfTheDeskAreDoneWhenSomebodyHasAskedAndNotByATick() {
        notes().tick(visit, "MRI", "questions", true, VISIT.minus(Duration.ofDays(1)));
        assertThat(step(Duration.ofHours(5), "questions").done()).isFalse();
        entities.createNativeQuery("update appointment set screened_by = 'desk', screened_at = timestamptz '2026-12-08 15:00Z' where id = ?1").setParameter(1, visit).executeUpdate();
        assertThat(step(Duration.ofHours(5), "questions")).satisfies(one -> {
            assertThat(one.doneAt()).isEqualTo(Instant.parse("2026-12-08T15:00:00Z"));
            assertThat(one.ticked()).isFalse();
        });
    }

    @Test
    void safetyAnswersLookedAtAgainAreProofUntilSomethingHasChanged() {
        assertThat(step(Duration.ofDays(3), "devices").light()).isEqualTo(PreparationStep.Light.MISSED);
        notes().addSafety(visit, true, null, VISIT.minus(Duration.ofDays(4)));
        assertThat(step(Duration.ofDays(3), "devices")).satisfies(one -> {
            assertThat(one.light()).isEqualTo(PreparationStep.Light.DONE);
            assertThat(one.ticked()).isFalse();
        });
        notes().addSafety(visit, false, "A pacemaker since Monday", VISIT.minus(Duration.ofDays(3)));
        assertThat(step(Duration.ofDays(3), "devices").done()).isFalse();
    }

    @Test
    void lightIsAboutWhatCanStopTheVisit() {
        assertThat(light(Duration.ofDays(9))).isEqualTo(PreparationStep.Whole.OPEN);
        assertThat(light(Duration.ofHours(1))).isEqualTo(PreparationStep.Whole.LATE);
        notes().tick(visit, "MRI", "devices", true, VISIT.minus(Duration.ofDays(5)));
        notes().tick(visit, "MRI", "cards", true, VISIT.minus(Duration.ofDays(5)));
        entities.createNativeQuery("update appointment set screened_by = 'desk', screened_at = timestamptz '2026-12-08 15:00Z' where id = ?1").setParameter(1, visit).executeUpdate();
        assertThat(light(Duration.ofHours(1))).as("jewellery does not count").isEqualTo(PreparationStep.Whole.READY);
        assertThat(step(Duration.ofMinutes(30), "metal").light()).isEqualTo(PreparationStep.Light.MISSED);
    }

    @Test
    void anOrderThatADoctorHasToSettleIsOpenUntilThen() throws SQLException {
        SomeVisitors.order(ServersDatabase.at(entities.unwrap(Connection.class)), patient, "MRI", visit);
        entities.createNativeQuery("update service_request set holds = 'two safety questions are open' where patient_id = ?1").setParameter(1, patient).executeUpdate();
        assertThat(step(Duration.ofDays(9), "implants").done()).isFalse();
        entities.createNativeQuery("update service_request set hold_settled_by = 'dr.osei', hold_settled_at = now() where patient_id = ?1").setParameter(1, patient).executeUpdate();
        assertThat(step(Duration.ofDays(9), "implants").done()).isTrue();
    }

    @Test
    void aVisitThatIsNotThereHasNothingToPrepare() {
        assertThat(at(Duration.ZERO).steps(NewId.next())).isEmpty();
        assertThat(at(Duration.ZERO).lights(List.of())).isEmpty();
        assertThat(PreparationStep.whole(List.of())).isEqualTo(PreparationStep.Whole.NONE);
    }
}
