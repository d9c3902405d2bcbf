package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the database promises about forms, whoever writes to it. */
class StoredAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @Test
    void formComesBackAsItWasStored() {
        Answers answers = SomeAnswers.with("TW-Q04", "NONE").and("TW-Q56", new Answer.Words("Is it \u2018bad\u2019? \"Yes\" \\ no")).toTwitching("MRI");
        UUID id = stored(response -> response.flag(answers.flaggedTests(), answers));
        QuestionnaireResponse found = found(id);
        assertThat(found.status()).isEqualTo(ResponseStatus.IN_PROGRESS);
        assertThat(found.patientId()).isNull();
        assertThat(found.completedAt()).isNull();
        assertThat(found.answers(SomeAnswers.TWITCHING)).isEqualTo(answers);
    }

    @Test
    void answersSentInAreNeverChanged() throws SQLException {
        UUID patient = patient();
        UUID id = stored(response -> response.complete(patient, NOW));
        assertThat(found(id).patientId()).isEqualTo(patient);
        assertRefused("update questionnaire_response set answers = '{}', answers_sha256 = encode(sha256('{}'), 'hex') where id = '" + id + "'");
        assertRefused("update questionnaire_response set status = 'IN_PROGRESS', completed_at = null, patient_id = null where id = '" + id + "'");
        assertRefused("delete from questionnaire_response where id = '" + id + "'");
        assertThatCode(() -> execute("update questionnaire_response set status = 'AMENDED' where id = '" + id + "'")).doesNotThrowAnyException();
    }

    @Test
    void answersAndTheirHashGoTogether() {
        UUID id = stored(response -> { });
        assertThatThrownBy(() -> execute("update questionnaire_response set answers = '{}' where id = '" + id + "'"))
                .hasMessageContaining("questionnaire_response_hash_fits");
    }

    @Test
    void formThatIsSentInBelongsToSomebody() {
        UUID id = stored(response -> { });
        assertThatThrownBy(() -> execute("update questionnaire_response set status = 'COMPLETED', completed_at = now() where id = '" + id + "'"))
                .hasMessageContaining("questionnaire_response_is_somebodys_when_completed");
    }

    private static void assertRefused(String sql) {
        assertThatThrownBy(() -> execute(sql)).as(sql).hasMessageContaining("stay as they are");
    }

    private static UUID stored(Consumer<QuestionnaireResponse> then) {
        QuestionnaireResponse response = new QuestionnaireResponse(NewId.next(), DraftKey.mint(), DraftKey.mintReference(),
                SomeAnswers.with("TW-Q04", "NONE").toTwitching(), NOW, null);
        then.accept(response);
        EntityManager entities = TestDatabase.entities().createEntityManager();
        entities.getTransaction().begin();
        entities.persist(response);
        entities.getTransaction().commit();
        entities.close();
        return response.id();
    }

    private static QuestionnaireResponse found(UUID id) {
        return TestDatabase.entities().createEntityManager().find(QuestionnaireResponse.class, id);
    }

    private static UUID patient() throws SQLException {
        UUID id = NewId.next();
        execute("insert into patient (id, given_name, family_name, birth_date, created_at) values ('" + id
                + "', 'Ana', 'Silva', '1968-12-03', now())");
        return id;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
