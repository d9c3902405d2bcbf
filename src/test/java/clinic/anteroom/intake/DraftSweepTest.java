package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thirty days after the last page was saved, in a past in which nobody else has forms. */
class DraftSweepTest {

    private static final Instant SAVED = Instant.parse("2001-03-01T10:00:00Z");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    void draftGoesOnTheDayAfterTheThirtieth() {
        UUID draft = stored().id();
        assertThat(sweptAfter(Duration.ofDays(30))).isZero();
        assertThat(sweptAfter(Duration.ofDays(30).plusSeconds(1))).isEqualTo(1);
        assertThat(isThere(draft)).isFalse();
    }

    @Test
    void linkOfADraftGoesWithIt() {
        QuestionnaireResponse draft = stored();
        entities.persist(new AccessLink(NewId.next(), draft.id(), LinkPurpose.RESUME, LocalDate.of(1992, 2, 3), SAVED));
        entities.flush();
        assertThat(sweptAfter(Duration.ofDays(31))).isEqualTo(1);
    }

    @Test
    void formThatAnEmergencyStoppedStays() {
        QuestionnaireResponse reopened = stored();
        entities.createNativeQuery("insert into patient_call (id, response_id, kind, asked_at, due_at) values (?1, ?2, 'EMERGENCY', now(), now())")
                .setParameter(1, NewId.next()).setParameter(2, reopened.id()).executeUpdate();
        assertThat(sweptAfter(Duration.ofDays(400))).isZero();
    }

    @Test
    void whileAnotherNodeSweepsThisOneDoesNothing() throws SQLException {
        stored();
        try (Connection other = TestDatabase.dataSource().getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(7341602118)");
            assertThat(sweptAfter(Duration.ofDays(31))).isZero();
            other.rollback();
        }
        assertThat(sweptAfter(Duration.ofDays(31))).isEqualTo(1);
    }

    private QuestionnaireResponse stored() {
        QuestionnaireResponse draft = new QuestionnaireResponse(NewId.next(), DraftKey.mint(), DraftKey.mintReference(),
                SomeAnswers.with("TW-Q04", "NONE").toTwitching(), SAVED, null);
        entities.persist(draft);
        entities.flush();
        return draft;
    }

    private int sweptAfter(Duration wait) {
        ClinicTime then = new ClinicTime(Clock.fixed(SAVED.plus(wait), ZoneId.of("UTC")), ZoneId.of("America/Toronto"));
        return new DraftSweepService(entities, then, 30).sweep();
    }

    private boolean isThere(UUID id) {
        return !entities.createNativeQuery("select 1 from questionnaire_response where id = ?1").setParameter(1, id).getResultList().isEmpty();
    }
}
