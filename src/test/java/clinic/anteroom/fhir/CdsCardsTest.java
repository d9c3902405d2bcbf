package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.triage.CaseTriage;
import clinic.anteroom.triage.ConsultService;
import clinic.anteroom.triage.RuleSetRegister;
import clinic.anteroom.triage.rules.SomeAnswers;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cards for other systems, made of what the rules say to forms of every complaint. */
class CdsCardsTest {

    private static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto"))).signedIn("client:hub", Roles.INTEGRATOR);

    @BeforeEach
    void rulesAreThere() {
        house.transaction(() -> house.get(RuleSetRegister.class));
    }

    @Test
    @DisplayName("D25 every card has a summary under 140 characters, an indicator, a source and no nulls, whatever the complaint and however the form was filled in")
    void everyCardIsWhatCdsHooksDescribes() {
        List<CdsCards.Card> cards = new ArrayList<>();
        Stream.of(FilledForm.Way.values()).flatMap(FilledForm::of).forEach(form -> {
            CaseTriage triage = explained(form.answers()).orElseThrow();
            cards.addAll(new CdsCards(triage, "p-1").suggestions());
            cards.addAll(new CdsCards(triage, null).warnings(ALL_TESTS));
        });
        assertThat(cards).hasSizeGreaterThan(50);
        assertThat(cards).extracting(CdsCards.Card::id).doesNotHaveDuplicates();
        assertThat(cards).allSatisfy(card -> {
            assertThat(card.json().getString("summary")).hasSizeBetween(5, 139);
            assertThat(card.json().getString("indicator")).isIn("info", "warning", "critical");
            assertThat(card.json().getJsonObject("source").getString("label")).startsWith("Anteroom rules ");
            assertThat(card.json().getString("detail")).contains("Not yet signed off by a clinician.").doesNotContain("null", "{0}");
            assertThat(card.json().getString("uuid")).isEqualTo(card.id().toString());
            assertThat(card.rules()).isNotEmpty();
            noNulls(card.json());
        });
    }

    @Test
    @DisplayName("D25 the flags of a weak arm are cards with the patient's answers and a draft order to take over")
    void theFlagsOfAWeakArm() {
        CaseTriage triage = explained(SomeAnswers.manOf58().answersWhenFlagged("BLOOD", "EMG", "MRI", "NCS")).orElseThrow();
        List<CdsCards.Card> cards = new CdsCards(triage, "p-1").suggestions();
        assertThat(cards).extracting(CdsCards.Card::test).containsExactlyInAnyOrder("BLOOD", "EMG", "MRI", "NCS");
        JsonObject emg = cards.stream().filter(card -> card.test().equals("EMG")).findFirst().orElseThrow().json();
        assertThat(emg.getString("detail")).contains("Yes, I cannot do things I could do before", "TW-S01");
        JsonObject order = emg.getJsonArray("suggestions").getJsonObject(0).getJsonArray("actions").getJsonObject(0).getJsonObject("resource");
        assertThat(order.getString("resourceType")).isEqualTo("ServiceRequest");
        assertThat(order.getString("status")).isEqualTo("draft");
        assertThat(order.getJsonObject("subject").getString("reference")).isEqualTo("Patient/p-1");
        assertThat(emg.getJsonArray("overrideReasons").getValuesAs(JsonObject.class)).extracting(reason -> reason.getString("code")).contains("ALREADY_DONE", "OTHER");
    }

    @Test
    @DisplayName("T30 words in a card's Markdown mark nothing up, and nothing in them runs where it is read as HTML")
    void wordsInACardAreInert() {
        assertThat(CdsCards.inert("**Yes** [here](javascript:alert(1))\n# <img src=x onerror=alert(1)> & `so`"))
                .isEqualTo("\\*\\*Yes\\*\\* \\[here\\](javascript:alert(1)) \\# &lt;img src=x onerror=alert(1)&gt; &amp; \\`so\\`");
        CaseTriage triage = explained(SomeAnswers.manOf58().answersWhenFlagged("BLOOD", "EMG", "MRI", "NCS")).orElseThrow();
        assertThat(new CdsCards(triage, "p-1").suggestions()).allSatisfy(card -> assertThat(card.json().getString("detail")).doesNotContain("<", "]("));
    }

    @Test
    @DisplayName("D25 before an MRI of a patient with a pacemaker the card warns, before a blood test it is silent")
    void aPacemakerBeforeAnMri() {
        CaseTriage triage = explained(SomeAnswers.manOf58().with("SAF-Q03", "PACEMAKER").answersWhenFlagged("BLOOD", "EMG", "MRI", "NCS")).orElseThrow();
        CdsCards cards = new CdsCards(triage, null);
        assertThat(cards.warnings(Set.of("MRI"))).extracting(card -> card.json().getString("summary")).anySatisfy(words -> assertThat(words).contains("Pacemaker"));
        assertThat(cards.warnings(Set.of("BLOOD"))).extracting(card -> card.json().getString("summary")).noneSatisfy(words -> assertThat(words).contains("Pacemaker"));
        assertThat(cards.warnings(Set.of())).isEmpty();
    }

    private Optional<CaseTriage> explained(clinic.anteroom.intake.Answers answers) {
        java.util.Map<String, clinic.anteroom.intake.Answer> given = new java.util.LinkedHashMap<>();
        answers.questionnaire().questions().forEach(question -> answers.to(question.linkId()).ifPresent(answer -> given.put(question.linkId(), answer)));
        return house.transaction(() -> house.get(ConsultService.class).explain(answers.questionnaire(), given, LocalDate.of(2026, 11, 26)));
    }

    private static void noNulls(JsonValue value) {
        assertThat(value.getValueType()).isNotEqualTo(JsonValue.ValueType.NULL);
        switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().values().forEach(CdsCardsTest::noNulls);
            case ARRAY -> value.asJsonArray().forEach(CdsCardsTest::noNulls);
            default -> { }
        }
    }
}
