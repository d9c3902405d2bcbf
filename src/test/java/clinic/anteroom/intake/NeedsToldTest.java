package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.directory.ContactBy;
import clinic.anteroom.directory.GoodTime;
import clinic.anteroom.directory.Need;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeedsToldTest {

    private static final Instant NOW = Instant.parse("2002-03-01T10:00:00Z");
    private static final AccessNeeds TOLD = new AccessNeeds(ContactBy.PHONE, Set.of(GoodTime.EVENING, GoodTime.MORNING), "fa",
            Set.of(Need.CANNOT_WRITE, Need.WHEELCHAIR), "I bring a guide dog.");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final NeedsTold needs = new NeedsTold(entities);

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
    void whatIsToldLastCounts() {
        UUID form = stored().id();
        assertThat(needs.of(form)).isEmpty();
        needs.keep(form, AccessNeeds.NONE, NOW);
        assertThat(needs.of(form)).contains(AccessNeeds.NONE);
        needs.keep(form, TOLD, NOW);
        assertThat(needs.of(form)).contains(TOLD);
    }

    @Test
    void whatWasSentInStaysAsItIs() {
        QuestionnaireResponse form = stored();
        needs.keep(form.id(), TOLD, NOW);
        UUID patient = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, created_at) values (?1, 'N', 'T', '1990-01-01', now())")
                .setParameter(1, patient).executeUpdate();
        form.complete(patient, NOW);
        entities.flush();
        assertThatThrownBy(() -> needs.keep(form.id(), AccessNeeds.NONE, NOW)).hasStackTraceContaining("what was sent in stays as it is");
    }

    private QuestionnaireResponse stored() {
        QuestionnaireResponse draft = new QuestionnaireResponse(NewId.next(), DraftKey.mint(), DraftKey.mintReference(),
                SomeAnswers.with("TW-Q04", "NONE").toTwitching(), NOW, null);
        entities.persist(draft);
        entities.flush();
        return draft;
    }
}
