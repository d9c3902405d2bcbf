package clinic.anteroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.desk.VisitChange.Difference;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who looked at a record, on a real database. */
class TrailTest {

    private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");
    private static final TimeRange LATELY = new TimeRange(NOW.minus(Duration.ofDays(60)), NOW.plus(Duration.ofDays(1)));

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final Trail trail = new Trail();
    private UUID patient;

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        trail.entities = entities;
        patient = patient("Ida", "Trailing", "+1 416 555 0161");
        account("trail.own", "Dr. Ida Trailing", "DOCTOR");
        account("trail.relative", "Dr. Per Trailing", "DOCTOR");
        account("trail.other", "Dr. Una Mark", "DOCTOR");
    }

    @AfterEach
    void rollBack() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    @DisplayName("T38 the rows of one request are one look, with who, role, kinds and from where")
    void oneRequestIsOneLook() {
        UUID request = NewId.next();
        row("trail.other", "VIEW", "Patient", request, NOW);
        row("trail.other", "VIEW", "Appointment", request, NOW.plusMillis(3));
        row("trail.other", "UPDATE", "Appointment", NewId.next(), NOW.plusSeconds(9));
        List<Look> looks = trail.looks(patient, LATELY, 10);
        assertThat(looks).hasSize(2);
        assertThat(looks.get(1).kinds()).containsExactly("Appointment", "Patient");
        assertThat(looks).extracting(Look::name).containsOnly("Dr. Una Mark");
        assertThat(looks).extracting(Look::origin).containsOnly("10.0.0.7");
        assertThat(trail.looks(patient, new TimeRange(NOW.minusSeconds(60), NOW), 10)).as("the end is not part of it").isEmpty();
    }

    @Test
    @DisplayName("T38 a look that changed a visit says old and new; of a note it says only that it changed")
    void whatALookChangedIsSaid() {
        UUID visit = NewId.next();
        entities.createNativeQuery("insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at) "
                + "select ?1, 'NOSHOW', code, ?2, now(), now() + interval '1 hour', 'UTC', localtimestamp, 'desk', now() from visit_type limit 1")
                .setParameter(1, visit).setParameter(2, patient).executeUpdate();
        entities.createNativeQuery("update appointment set status = 'ENTERED_IN_ERROR' where id = ?1").setParameter(1, visit).executeUpdate();
        entities.createNativeQuery("insert into visit_note values (?1, 'Latex', 'desk', now())").setParameter(1, visit).executeUpdate();
        row("trail.other", "VIEW", "Appointment", NewId.next(), NOW.minusSeconds(1));
        row("trail.other", "UPDATE", "Appointment", NewId.next(), NOW);
        List<Look> looks = trail.looks(patient, LATELY, 10);
        assertThat(looks.get(0).changes()).containsExactly(new Difference("STATE", "NOSHOW", "ENTERED_IN_ERROR"), new Difference("NOTE", null, null));
        assertThat(looks.get(1).changes()).as("who only looked changed nothing").isEmpty();
    }

    @Test
    @DisplayName("T38 own, relative's and colleague's records and looks without a visit near are marked")
    void whatCouldNeedAQuestionIsMarked() {
        row("trail.own", "VIEW", "Patient", NewId.next(), NOW.minusSeconds(3));
        row("trail.relative", "VIEW", "Patient", NewId.next(), NOW.minusSeconds(2));
        row("trail.other", "VIEW", "Patient", NewId.next(), NOW.minusSeconds(1));
        assertThat(notices("trail.own")).containsExactly(Look.Notice.OWN, Look.Notice.NO_VISIT);
        assertThat(notices("trail.relative")).containsExactly(Look.Notice.SAME_NAME, Look.Notice.COLLEAGUE, Look.Notice.NO_VISIT);
        assertThat(notices("trail.other")).containsExactly(Look.Notice.COLLEAGUE, Look.Notice.NO_VISIT);
        patient("Per", "Trailing", "416 555 0161");
        assertThat(notices("trail.relative")).as("the account's own record has the same phone").contains(Look.Notice.RELATIVE);
        form(NOW.minus(Duration.ofDays(29)));
        assertThat(notices("trail.other")).containsExactly(Look.Notice.COLLEAGUE);
    }

    @Test
    @DisplayName("T38 a form thirty-one days before or after is not near")
    void thirtyOneDaysAreNotNear() {
        row("trail.other", "VIEW", "Patient", NewId.next(), NOW);
        form(NOW.minus(Duration.ofDays(31)));
        assertThat(notices("trail.other")).contains(Look.Notice.NO_VISIT);
        form(NOW.minus(Duration.ofDays(30)));
        assertThat(notices("trail.other")).doesNotContain(Look.Notice.NO_VISIT);
    }

    @Test
    @DisplayName("T42 whose records an account touched, and how often")
    void whoWasTouched() {
        UUID other = patient("Una", "Elsewhere", "+1 416 555 0162");
        row("trail.other", "VIEW", "Patient", NewId.next(), NOW);
        row("trail.other", "UPDATE", "Patient", NewId.next(), NOW.plusSeconds(1));
        row("trail.own", "VIEW", "Patient", NewId.next(), NOW);
        List<Touched> touched = trail.touched("trail.other", LATELY, 10);
        assertThat(touched).extracting(Touched::patientId, Touched::looks, Touched::changes).containsExactly(org.assertj.core.groups.Tuple.tuple(patient, 1, 1));
        assertThat(touched).extracting(Touched::patientId).doesNotContain(other);
    }

    private List<Look.Notice> notices(String agent) {
        return trail.looks(patient, LATELY, 10).stream().filter(look -> look.agent().equals(agent)).findFirst().orElseThrow().notices();
    }

    private void row(String agent, String action, String entity, UUID request, Instant at) {
        sql("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, patient_id, request_id, origin, reason) "
                + "values (?1, ?2, ?3, 'DOCTOR', ?4, ?5, ?6, ?7, '10.0.0.7', 'TREAT')", NewId.next(), at.atOffset(ZoneOffset.UTC), agent, action, entity, patient, request);
    }

    private UUID patient(String given, String family, String phone) {
        UUID id = NewId.next();
        sql("insert into patient (id, given_name, family_name, birth_date, phone, created_at) values (?1, ?2, ?3, '1980-02-03', ?4, now())", id, given, family, phone);
        return id;
    }

    private void account(String name, String display, String role) {
        sql("insert into staff_account (id, username, display_name, password_hash, role) values (?1, ?2, ?3, 'x', ?4)", NewId.next(), name, display, role);
    }

    private void form(Instant sent) {
        UUID id = NewId.next();
        sql("insert into questionnaire_response (id, questionnaire, status, started_at, completed_at, patient_id, key_hash, reference, answers, answers_sha256) "
                + "values (?1, 'https://anteroom.example/q|1', 'COMPLETED', ?2, ?2, ?3, encode(sha256(convert_to(?4, 'UTF8')), 'hex'), ?5, '{}', "
                + "encode(sha256(convert_to('{}', 'UTF8')), 'hex'))", id, sent.atOffset(ZoneOffset.UTC), patient, id.toString(), clinic.anteroom.testing.SomeCases.reference(id));
    }

    private void sql(String statement, Object... values) {
        var query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
