package clinic.anteroom.myvisit;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the session of a patient ends. */
class SessionsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T17:00:00Z");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final Sessions sessions = new Sessions();
    private String key;

    @BeforeEach
    void open() {
        entities.getTransaction().begin();
        sessions.entities = entities;
        UUID patient = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, created_at) values (?1, 'Pat', 'Session', date '1980-02-29', now())")
                .setParameter(1, patient).executeUpdate();
        key = sessions.open(patient, NOON);
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    @DisplayName("T25 patients are out after 20 minutes without a request, and not before")
    void idleTwentyMinutes() throws IOException {
        assertThat(in(Duration.ofMinutes(19))).isTrue();
        assertThat(in(Duration.ofMinutes(38))).as("each request counts").isTrue();
        assertThat(in(Duration.ofMinutes(58))).isFalse();
        assertThat(Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"))).contains("<session-timeout>20</session-timeout>");
    }

    @Test
    @DisplayName("T25 patients are out after two hours in all, however busy")
    void twoHoursInAll() {
        for (int minutes = 15; minutes < 120; minutes += 15) {
            assertThat(in(Duration.ofMinutes(minutes))).as(minutes + " minutes").isTrue();
        }
        assertThat(in(Duration.ofMinutes(120))).isFalse();
    }

    private boolean in(Duration after) {
        return sessions.holderOf(key, NOON.plus(after)).isPresent();
    }
}
