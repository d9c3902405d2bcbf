package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import clinic.anteroom.triage.rules.Urgency;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The real rules over a form that was harmless, with one answer as it would be today. */
class RecheckTest {

    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");

    private final ClinicTime time = new ClinicTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

    private RecheckService service(Answers answers) {
        RuleSet rules = TestDocuments.ruleSet();
        EvaluationRecord stored = new EvaluationRecord(NewId.next(), NewId.next(), NewId.next(), answers, rules, Set.of(),
                Evaluator.evaluate(rules, answers, time.today()), NOW);
        RecheckService made = new RecheckService();
        made.evaluations = new Evaluations(null) {
            @Override
            Optional<EvaluationRecord> findNewest(UUID responseId) {
                return Optional.of(stored);
            }
        };
        made.readings = new StoredReadings() {
            @Override
            Answers answers(EvaluationRecord record) {
                return answers;
            }
        };
        made.ruleSets = new RuleSets() {
            @Override
            Optional<RuleSet> findInForce(String questionnaire, Instant at) {
                return Optional.of(rules);
            }
        };
        made.audit = new AuditService() {
            @Override
            public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
                // The trail has its own tests.
            }
        };
        made.time = time;
        return made;
    }

    @Test
    void aNewSignThatRulesKnowIsWorse() {
        Recheck recheck = service(SomeAnswers.harmless().answers()).recheck(NewId.next(), Map.of("TW-Q27", "CHOKE_LIQUIDS")).orElseThrow();
        assertThat(recheck.before()).isIn(Urgency.SELF_CARE, Urgency.ROUTINE);
        assertThat(recheck.after()).isEqualTo(Urgency.URGENT);
        assertThat(recheck.isWorse()).isTrue();
        assertThat(recheck.isEmergency()).isFalse();
    }

    @Test
    void theSameAnswersAreNotWorse() {
        Recheck recheck = service(SomeAnswers.harmless().answers()).recheck(NewId.next(), Map.of()).orElseThrow();
        assertThat(recheck.after()).isEqualTo(recheck.before());
        assertThat(recheck.isWorse()).isFalse();
    }

    @Test
    void whatNoRuleCanReadIsLookedAtByHand() {
        assertThat(service(SomeAnswers.harmless().answers()).recheck(NewId.next(), Map.of("TW-Q27", "NO_SUCH_ANSWER"))).isEmpty();
    }
}
