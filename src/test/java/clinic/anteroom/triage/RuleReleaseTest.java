package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.TestDatabase;
import clinic.anteroom.triage.rules.Remark;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetReader;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gate, and what the database refuses whatever the code says. */
class RuleReleaseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final RuleSetVersions versions = new RuleSetVersions(entities);
    private final RuleReleases releases = new RuleReleases(entities);
    private final String name = "try-" + UUID.randomUUID();
    private final RuleSet first = version(1);
    private final RuleSet second = version(2);

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        RuleSetRegister register = new RuleSetRegister(versions, releases, new ClinicTime(Clock.fixed(NOW, ZoneId.of("UTC")), ZoneId.of("UTC")));
        register.register(first, document(1));
        register.register(second, document(2));
    }

    @AfterEach
    void close() {
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
        entities.close();
    }

    @TestFactory
    Stream<DynamicTest> shippedDocumentsPassTheGate() {
        return TestDocuments.ALL.stream().map(about -> DynamicTest.dynamicTest(about.name(), () -> {
            GateReport report = RuleGate.report(about.ruleSet(), firstVersion(about), about.questionnaire(), RuleSets.cases(about.name(), about.ruleSet().heading().version()),
                    SomeAnswers.TODAY);
            assertThat(report.failedCases()).isEmpty();
            assertThat(report.remarks().stream().filter(remark -> remark.severity() == Remark.Severity.ERROR)).isEmpty();
            assertThat(report.isOpen()).isTrue();
        }));
    }

    @Test
    void aFailingCaseClosesTheGate() {
        List<String> cases = RuleSets.cases("muscle-twitching", 1);
        String wrong = cases.get(0).replace("\"urgency\":\"EMERGENCY\"", "\"urgency\":\"SELF_CARE\"");
        GateReport report = RuleGate.report(TestDocuments.ruleSet(), TestDocuments.ruleSet(), TestDocuments.questionnaire(), List.of(wrong), SomeAnswers.TODAY);
        assertThat(report.isOpen()).isFalse();
        assertThat(report.failedCases()).singleElement().asString().contains("expected SELF_CARE", "came EMERGENCY");
        assertThat(RuleGate.report(TestDocuments.ruleSet(), TestDocuments.ruleSet(), TestDocuments.questionnaire(), List.of(), SomeAnswers.TODAY).isOpen()).isFalse();
    }

    @Test
    void aMistakeInAChangedRuleThatNoCaseNoticesClosesTheGate() {
        RuleSet changed = RuleSetReader.read(TestDocuments.text(TestDocuments.RULES).replace("{ \"q\": \"TW-Q31\", \"ge\": 8 }", "{ \"q\": \"TW-Q31\", \"ge\": 9 }"));
        assertThat(changed.changedSince(TestDocuments.ruleSet())).containsExactly("TW-E07");
        List<String> cases = RuleSets.cases("muscle-twitching", 2);
        List<String> others = cases.stream().filter(line -> !line.contains("\"rule\":\"TW-E07\"")).toList();
        GateReport unnoticed = gate(changed, others);
        assertThat(unnoticed.failedCases()).isEmpty();
        assertThat(unnoticed.isOpen()).isFalse();
        assertThat(unnoticed.remarks()).filteredOn(remark -> remark.kind() == Remark.Kind.MISTAKE_UNNOTICED).isNotEmpty().allSatisfy(remark -> {
            assertThat(remark.severity()).isEqualTo(Remark.Severity.ERROR);
            assertThat(remark.sentence()).contains("TW-E07");
            assertThat(remark.witness()).isNotNull();
        });
        List<String> meant = Stream.concat(others.stream(), cases.stream().filter(line -> line.contains("\"rule\":\"TW-E07\""))
                .filter(line -> RuleCase.read(line, TestDocuments.questionnaire()).failures(changed).isEmpty())).toList();
        assertThat(gate(changed, meant).remarks()).filteredOn(remark -> remark.kind() == Remark.Kind.MISTAKE_UNNOTICED)
                .allMatch(remark -> remark.sentence().contains("TW-Q31"));
    }

    @Test
    void otherWordsAreNoChangeThatCasesMustNotice() {
        RuleSet reworded = RuleSetReader.read(TestDocuments.text(TestDocuments.RULES).replace("A swollen, rock-hard", "A very swollen, rock-hard"));
        assertThat(reworded.get("TW-E07").patient().get("en")).contains("A very swollen");
        assertThat(reworded.changedSince(TestDocuments.ruleSet())).isEmpty();
        assertThat(reworded.changedSince(null)).hasSizeGreaterThan(80);
    }

    private static GateReport gate(RuleSet ruleSet, List<String> cases) {
        return RuleGate.report(ruleSet, TestDocuments.ruleSet(), TestDocuments.questionnaire(), cases, SomeAnswers.TODAY);
    }

    /** What was in force before the shipped version. */
    private static RuleSet firstVersion(TestDocuments.Pair about) {
        return RuleSetReader.read(TestDocuments.text("/clinic/anteroom/triage/rules/" + about.name() + ".v1.json"));
    }

    @Test
    void aVersionGoesFromDraftToRetired() {
        assertThat(stage(1)).isEqualTo(RuleSetStage.DRAFT);
        releases.submit(name, 1, "dr.author", NOW);
        assertThat(stage(1)).isEqualTo(RuleSetStage.IN_REVIEW);
        approve(1, "dr.one");
        approve(1, "dr.one");
        assertThat(stage(1)).isEqualTo(RuleSetStage.IN_REVIEW);
        approve(1, "dr.two");
        assertThat(stage(1)).isEqualTo(RuleSetStage.APPROVED);
        releases.activate(first, NOW, true, "dr.one", NOW);
        assertThat(stage(1)).isEqualTo(RuleSetStage.ACTIVE);
        assertThat(releases.findInForce(name, NOW)).contains(first.heading().sha256());
        assertThat(releases.findInForce(name, NOW.minusSeconds(1))).isEmpty();
        releases.end(name, NOW.plusSeconds(60));
        assertThat(releases.findInForce(name, NOW.plusSeconds(59))).contains(first.heading().sha256());
        assertThat(releases.findInForce(name, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void theVersionInForceAtSubmissionCounts() {
        releases.activate(first, Instant.EPOCH, false, "build", NOW);
        releases.activate(second, NOW.plusSeconds(60), false, "build", NOW);
        assertThat(releases.findInForce(name, NOW)).contains(first.heading().sha256());
        assertThat(releases.findInForce(name, NOW.plusSeconds(60))).contains(second.heading().sha256());
    }

    @Test
    void twoVersionsAreNeverInForceAtOnce() {
        releases.activate(first, NOW.plusSeconds(60), false, "build", NOW);
        assertThatThrownBy(() -> releases.activate(second, NOW, false, "build", NOW)).hasMessageContaining("one_rule_set_is_in_force_at_a_time");
    }

    @Test
    void nobodySignsOffAlone() {
        releases.submit(name, 1, "dr.author", NOW);
        approve(1, "dr.one");
        assertThatThrownBy(() -> releases.activate(first, NOW, true, "dr.one", NOW)).hasMessageContaining("needs two approvals");
    }

    @Test
    void theAuthorDoesNotApprove() {
        releases.submit(name, 1, "dr.author", NOW);
        assertThatThrownBy(() -> approve(1, "dr.author")).hasMessageContaining("does not approve");
    }

    @Test
    void whatRunsUnsignedSaysSo() {
        releases.activate(first, Instant.EPOCH, false, "build", NOW);
        assertThat(releases.states(NOW)).filteredOn(state -> state.name().equals(name) && state.version() == 1).singleElement()
                .satisfies(state -> assertThat(state.signedOff()).isFalse());
    }

    private void approve(int version, String who) {
        releases.approve(name, version, who, NOW, "{\"errors\":0}");
    }

    private RuleSetStage stage(int version) {
        return releases.states(NOW).stream().filter(state -> state.name().equals(name) && state.version() == version).findFirst().orElseThrow().stage();
    }

    private RuleSet version(int version) {
        return RuleSetReader.read(document(version));
    }

    /** A copy under another name, for another questionnaire: activations of tests must not meet. */
    private String document(int version) {
        return TestDocuments.text(TestDocuments.RULES).replaceFirst("\"muscle-twitching\"", "\"" + name + "\"")
                .replaceFirst("\"version\": *2", "\"version\": " + version)
                .replaceFirst("https://anteroom.clinic/questionnaires/muscle-twitching\\|1", name);
    }
}
