package clinic.anteroom.myvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.ConsentWording;
import clinic.anteroom.intake.Contact;
import clinic.anteroom.intake.DraftStarted;
import clinic.anteroom.intake.EarlierAnswer;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.testing.ByHand;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a patient told before comes back to be looked at, on a real database. */
class EarlierFormTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Questionnaires SHIPPED = Questionnaires.shipped();
    private static final Questionnaire BELLY = SHIPPED.findNewest("belly-button-pain").orElseThrow();

    private final ByHand house = new ByHand(new ClinicTime(Clock.fixed(NOW, ZoneId.of("UTC")), ZoneId.of("America/Toronto")));
    private UUID patientId;
    private String key;

    @BeforeEach
    void somebodySentAFormAndSignedIn() {
        IntakeService intake = house.get(IntakeService.class);
        DraftStarted form = house.transaction(() -> intake.start("muscle-twitching"));
        answer(form, Map.of("TW-Q04", Answer.Choice.of("NONE"), "TW-Q01", Answer.Choice.of("SELF"), "TW-Q02", Answer.Amount.of(34), "TW-Q03", Answer.Choice.of("FEMALE"),
                "TW-Q24", Answer.Choice.of("STIFF"), "TW-Q50", Answer.Choice.of("PPI", "STATIN"), "TW-Q40.HEIGHT_CM", new Answer.Unsure()));
        patientId = house.transaction(() -> intake.complete(form.key(), new Contact("Robin", "Before" + form.key().replaceAll("[^A-Za-z]", ""),
                LocalDate.of(1992, 10, 3), "416 555 0142", null), ConsentWording.newest(Language.ENGLISH).version())).patientId();
        key = house.transaction(() -> house.get(Sessions.class).open(patientId, NOW));
    }

    @Test
    void whatLastsComesBackFromAnotherComplaintWithItsDay() {
        Map<String, EarlierAnswer> earlier = earlier(Map.of("TW-Q01", Answer.Choice.of("SELF")));
        assertThat(earlier).containsOnlyKeys("TW-Q03", "TW-Q50");
        assertThat(earlier.get("TW-Q50")).isEqualTo(new EarlierAnswer(Answer.Choice.of("PPI", "STATIN"), NOW));
    }

    @Test
    void nothingComesBackUntilItIsKnownWhoAnswersNorForSomebodyElse() {
        assertThat(earlier(Map.of())).isEmpty();
        assertThat(earlier(Map.of("TW-Q01", Answer.Choice.of("PARENT_GUARDIAN")))).as("a parent's medicines are not the child's").isEmpty();
    }

    @Test
    void nothingComesBackAfterTwoYears() {
        house.transaction(() -> entities().createNativeQuery("alter table questionnaire_response disable trigger user").executeUpdate());
        try {
            house.transaction(() -> entities().createNativeQuery("update questionnaire_response set started_at = '2024-11-01', completed_at = '2024-11-02' where patient_id = ?1")
                    .setParameter(1, patientId).executeUpdate());
        } finally {
            house.transaction(() -> entities().createNativeQuery("alter table questionnaire_response enable trigger user").executeUpdate());
        }
        assertThat(earlier(Map.of("TW-Q01", Answer.Choice.of("SELF")))).isEmpty();
    }

    @Test
    void aKeyThatOpensNothingIsRefused() {
        assertThatThrownBy(() -> house.transaction(() -> house.get(EarlierFormService.class).of("nobody", Answers.of(BELLY, Map.of()))))
                .isInstanceOf(SessionEnded.class);
    }

    private Map<String, EarlierAnswer> earlier(Map<String, Answer> form) {
        return house.transaction(() -> house.get(EarlierFormService.class).of(key, Answers.of(BELLY, form)));
    }

    private void answer(DraftStarted form, Map<String, Answer> all) {
        Questionnaire twitching = SHIPPED.findNewest("muscle-twitching").orElseThrow();
        twitching.pages().forEach(page -> {
            Map<String, Answer> ofPage = new HashMap<>(all);
            ofPage.keySet().removeIf(linkId -> page.questions().stream().noneMatch(question -> question.linkId().equals(linkId)));
            if (!ofPage.isEmpty()) {
                house.transaction(() -> house.get(IntakeService.class).answer(form.key(), page.linkId(), ofPage));
            }
        });
    }

    private EntityManager entities() {
        return house.get(EntityManager.class);
    }
}
