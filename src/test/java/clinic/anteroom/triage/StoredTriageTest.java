package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.EvaluationReader;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetReader;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What triage keeps, on a real database. */
class StoredTriageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Set<String> ALL = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final ClinicTime time = new ClinicTime(Clock.fixed(NOW, ZoneId.of("UTC")), ZoneId.of("America/Toronto"));
    private final RuleSetVersions versions = new RuleSetVersions(entities);
    private final RuleSet ruleSet = TestDocuments.ruleSet();

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        new RuleSetRegister(versions, new RuleReleases(entities), time).register(ruleSet, TestDocuments.text(TestDocuments.RULES));
    }

    @AfterEach
    void close() {
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
        entities.close();
    }

    @Test
    void aStoredEvaluationRunsAgainToTheSameBytes() throws SQLException {
        EvaluationRecord stored = stored(SomeAnswers.manOf58().with("SAF-Q03", "PACEMAKER").answersWhenFlagged("MRI", "EMG"));
        RuleSet again = RuleSetReader.read(versions.document(stored.ruleSetSha256()));
        Answers answers = Answers.parse(TestDocuments.questionnaire(), stored.answers(), ALL);
        assertThat(Evaluator.evaluate(again, answers, stored.asOf()).canonicalJson()).isEqualTo(stored.outcome());
        assertThat(stored.outcome()).contains("TW-W01");
        assertThat(stored.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    }

    @Test
    void aRuleThatIsSwitchedOffRaisesNothingAndWhatWasReadBeforeStaysTheSame() throws SQLException {
        Answers answers = SomeAnswers.manOf58().answers();
        EvaluationRecord before = stored(answers);
        assertThat(before.outcome()).contains("\"rules\":[\"TW-S01\"]");
        Set<String> off = Set.of("TW-S01");
        Evaluation then = SafeEvaluation.of(ruleSet, off, answers, SomeAnswers.TODAY);
        EvaluationRecord after = new EvaluationRecord(NewId.next(), response(answers), null, answers, ruleSet, off, then, NOW);
        new Evaluations(entities).add(after);
        entities.flush();
        entities.clear();
        assertThat(then.flags()).isEmpty();
        for (UUID form : List.of(before.responseId(), after.responseId())) {
            EvaluationRecord kept = new Evaluations(entities).findNewest(form).orElseThrow();
            RuleSet again = RuleSetReader.read(versions.document(kept.ruleSetSha256())).without(kept.rulesOff());
            assertThat(Evaluator.evaluate(again, answers, kept.asOf()).canonicalJson()).isEqualTo(kept.outcome());
        }
        assertThat(before.outcome()).isNotEqualTo(after.outcome());
    }

    @Test
    void anEvaluationIsWrittenOnce() throws SQLException {
        EvaluationRecord stored = stored(SomeAnswers.harmless().answers());
        entities.getTransaction().commit();
        assertThat(stored.dueAt()).isNull();
        assertThatThrownBy(() -> execute("update evaluation set urgency = 'ROUTINE' where id = '" + stored.id() + "'"))
                .hasMessageContaining("written once");
        assertThatThrownBy(() -> execute("delete from evaluation where id = '" + stored.id() + "'")).hasMessageContaining("written once");
    }

    @Test
    void theSameVersionWithOtherBytesRefusesToStart() {
        RuleSetRegister register = new RuleSetRegister(versions, new RuleReleases(entities), time);
        String edited = TestDocuments.text(TestDocuments.RULES) + " ";
        assertThatIllegalStateException().isThrownBy(() -> register.register(RuleSetReader.read(edited), edited))
                .withMessageContaining("muscle-twitching version 2").withMessageContaining(ruleSet.heading().sha256())
                .withMessageContaining("\nMaybe");
    }

    @Test
    void aFlagIsDecidedOnce() throws SQLException {
        TestFlag flag = flags(stored(SomeAnswers.manOf58().answers())).get(0);
        flag.confirm("dr.okafor", NOW);
        assertThatThrownBy(() -> flag.reject("dr.lin", NOW, "NOT_INDICATED", null)).isInstanceOf(FlagAlreadyDecided.class);
        entities.flush();
        assertThat(new TestFlags(entities).findForDecision(flag.id()).orElseThrow().status()).isEqualTo(FlagStatus.CONFIRMED);
    }

    @Test
    void aRejectedFlagKeepsItsReason() throws SQLException {
        TestFlag flag = flags(stored(SomeAnswers.manOf58().answers())).get(0);
        assertThatThrownBy(() -> flag.reject("dr.lin", NOW, " ", "Done last month")).isInstanceOf(ReasonMissing.class);
        flag.reject("dr.lin", NOW, "DONE_ELSEWHERE", "Done last month");
        entities.flush();
        entities.clear();
        assertThat(new TestFlags(entities).findForDecision(flag.id()).orElseThrow().reason()).isEqualTo("Done last month");
    }

    @Test
    void aFlagsStepsAreOnlyAddedToAndTheFirstLookCounts() throws SQLException {
        EvaluationRecord stored = stored(SomeAnswers.manOf58().answers());
        TestFlag flag = flags(stored).get(0);
        FlagSteps steps = new FlagSteps(entities);
        steps.add(flag.id(), FlagStep.RAISED, NOW, "rules", null);
        steps.add(flag.id(), FlagStep.SEEN, NOW.plusSeconds(60), "dr.okafor", null);
        steps.add(flag.id(), FlagStep.SEEN, NOW.plusSeconds(90), "dr.lin", null);
        steps.add(flag.id(), FlagStep.BOOKED, NOW.plusSeconds(100), "mia", "2026-11-24T15:00:00Z");
        steps.add(flag.id(), FlagStep.BOOKED, NOW.plusSeconds(110), "mia", "2026-11-25T15:00:00Z");
        assertThat(steps.ofEvaluation(stored.id()).get(flag.id())).extracting(FlagStepTaken::step, FlagStepTaken::owner).containsExactly(
                org.assertj.core.groups.Tuple.tuple(FlagStep.RAISED, "rules"), org.assertj.core.groups.Tuple.tuple(FlagStep.SEEN, "dr.okafor"),
                org.assertj.core.groups.Tuple.tuple(FlagStep.BOOKED, "mia"), org.assertj.core.groups.Tuple.tuple(FlagStep.BOOKED, "mia"));
        entities.getTransaction().commit();
        assertThatThrownBy(() -> execute("delete from test_flag_step")).hasMessageContaining("written once");
    }

    @Test
    void theExplanationSpeaksThePatientsWords() throws SQLException {
        EvaluationRecord stored = stored(SomeAnswers.manOf58().answers());
        List<TestFlag> flags = flags(stored);
        CaseExplanation explanation = new CaseExplainer(ruleSet, Answers.parse(TestDocuments.questionnaire(), stored.answers(), ALL),
                stored.asOf()).explain(flags);
        assertThat(explanation.toRaise()).isNotEmpty();
        FlagExplanation first = explanation.of(flags.get(0).id());
        assertThat(first.rules().get(0).met()).anyMatch(line -> line.startsWith(TestDocuments.questionnaire().get("TW-Q18").text()));
        assertThat(first.toRemove().get(0).changes()).extracting(OtherAnswer.Changed::from).doesNotContain("not answered");
    }

    @Test
    void shadowTellsWhoWouldGainOrLoseWhat() throws SQLException {
        EvaluationRecord man = stored(SomeAnswers.manOf58().answers());
        EvaluationRecord home = stored(SomeAnswers.harmless().answers());
        EvaluationRecord stroke = stored(SomeAnswers.none().with("TW-Q04", "FACE_ARM_SPEECH").answers());
        RuleSet candidate = RuleSetReader.read(TestDocuments.text(TestDocuments.RULES).replaceFirst("\"version\": *2", "\"version\": 3")
                .replace("\"FACE_ARM_SPEECH\"", "\"CHEST_PAIN\"").replace("\"test\": \"EMG\"", "\"test\": \"CT\""));
        Replay replay = new Replay(sha -> ruleSet, Questionnaires.shipped());
        List<EvaluationRecord> forms = newestOf(2, man, home, stroke);
        ShadowReport report = shadow(replay, candidate, forms);
        assertThat(report.forms()).isEqualTo(3);
        assertThat(report.broken()).isZero();
        assertThat(report.changed()).extracting(ShadowRow::responseId).containsExactlyInAnyOrder(man.responseId(), stroke.responseId());
        assertThat(report.lostAlarms()).extracting(ShadowRow::responseId).containsExactly(stroke.responseId());
        assertThat(report.lostAlarms().get(0).lostAlarms()).containsExactly("TW-E01");
        assertThat(report.lost().keySet()).anyMatch(flag -> flag.startsWith("EMG"));
        assertThat(report.gained().keySet()).anyMatch(flag -> flag.startsWith("CT"));
        assertThat(report.urgencies().keySet()).anyMatch(change -> change.startsWith("EMERGENCY -> "));
        assertThat(shadow(replay, ruleSet, forms).changed()).isEmpty();
        assertThat(forms).allMatch(replay::isTheSame);
    }

    @Test
    void theDoctorReadsWhyInThePatientsWords() throws SQLException {
        EvaluationRecord stored = stored(SomeAnswers.manOf58().answers());
        CaseTriage triage = reading(stored).caseTriage(flags(stored));
        assertThat(triage.urgency()).isEqualTo(Urgency.SOON);
        assertThat(triage.ruleSetStatus()).contains("not yet signed off");
        FlaggedTest emg = triage.flags().stream().filter(flag -> flag.test().equals("EMG")).findFirst().orElseThrow();
        assertThat(emg.onHold()).isTrue();
        FlagReason why = emg.reasons().get(0);
        assertThat(why.ruleId()).isEqualTo("TW-S01");
        assertThat(why.ruleSetSha256()).isEqualTo(ruleSet.heading().sha256());
        assertThat(why.sources()).extracting("id").contains("S1", "S5");
        assertThat(why.because()).extracting(DecidingAnswer::linkId).contains("TW-Q18", "TW-Q19", "TW-Q23");
        assertThat(why.because()).filteredOn(answer -> answer.linkId().equals("TW-Q18")).extracting(DecidingAnswer::answer)
                .containsExactly(TestDocuments.questionnaire().get("TW-Q18").option("YES_CANT_DO").orElseThrow().label());
        assertThat(why.doctorWords()).doesNotContain("{");
    }

    @Test
    void thePatientReadsNextStepsAndNeverThatHomeIsEnoughWhenItIsNot() throws SQLException {
        assertThat(reading(stored(SomeAnswers.manOf58().answers())).outcome().words())
                .anyMatch(words -> words.contains("needs a nerve doctor")).noneMatch(words -> words.contains("at home"));
        assertThat(reading(stored(SomeAnswers.harmless().answers())).outcome().words()).singleElement().asString().contains("at home");
    }

    @Test
    void anEmergencyIsToldInPlainWords() throws SQLException {
        EmergencyAdvice advice = reading(stored(SomeAnswers.none().with("TW-Q04", "SELF_HARM", "CHEST_PAIN").answers())).emergencyAdvice();
        assertThat(advice.rules()).containsExactly("TW-E13", "TW-E14");
        assertThat(advice.words()).anyMatch(words -> words.contains("9-8-8"));
    }

    @Test
    void aFormThatCouldNotBeEvaluatedIsKeptAsUrgent() throws SQLException {
        Answers answers = SomeAnswers.harmless().answers();
        Evaluation good = Evaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY);
        EvaluationRecord stored = stored(answers, Evaluation.byHand(good.basis(), "IllegalStateException"));
        CaseTriage triage = reading(stored).caseTriage(List.of());
        assertThat(triage.byHand()).isTrue();
        assertThat(triage.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(triage.urgencyReasons()).extracting(FlagReason::sentence).containsExactly("Look at this by hand.");
        assertThat(triage.outcome().words()).isNotEmpty();
    }

    @Test
    void pastFormsAreWalkedThroughPageByPageAndLetGo() throws SQLException {
        List<EvaluationRecord> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(stored(SomeAnswers.harmless().with("TW-Q02", 30 + i).answers()));
        }
        List<EvaluationRecord> walked = newestOf(2, five.toArray(EvaluationRecord[]::new));
        assertThat(walked).extracting(EvaluationRecord::id).containsExactlyElementsOf(five.stream().map(EvaluationRecord::id).toList());
        assertThat(walked).noneMatch(entities::contains);
        List<UUID> all = new ArrayList<>();
        new Evaluations(entities, 2).all(stored -> all.add(stored.id()));
        assertThat(all).doesNotHaveDuplicates().containsAll(five.stream().map(EvaluationRecord::id).toList());
    }

    @Test
    void whatDoesNotComeOutAgainIsFound() throws SQLException {
        EvaluationRecord sound = stored(SomeAnswers.manOf58().answers());
        // As if somebody had changed what the rules mean and not their version.
        EvaluationRecord other = stored(SomeAnswers.manOf58().answers(),
                Evaluator.evaluate(ruleSet.without(Set.of("TW-S01")), SomeAnswers.manOf58().answers(), SomeAnswers.TODAY));
        Replay replay = new Replay(sha -> ruleSet, Questionnaires.shipped());
        List<UUID> drifted = new ArrayList<>();
        new Evaluations(entities, 2).all(stored -> {
            if (Set.of(sound.id(), other.id()).contains(stored.id()) && !replay.isTheSame(stored)) {
                drifted.add(stored.id());
            }
        });
        assertThat(drifted).containsExactly(other.id());
        assertThat(new Replay(sha -> {
            throw new IllegalArgumentException("The document is gone");
        }, Questionnaires.shipped()).isTheSame(sound)).isFalse();
    }

    @Test
    void ofAFormEvaluatedTwiceOnlyTheNewestIsShown() throws SQLException {
        EvaluationRecord first = stored(SomeAnswers.harmless().answers());
        Answers worse = SomeAnswers.harmless().with("TW-Q04", "CHEST_PAIN").answers();
        EvaluationRecord second = new EvaluationRecord(NewId.next(), first.responseId(), null, worse, ruleSet, Set.of(),
                Evaluator.evaluate(ruleSet, worse, SomeAnswers.TODAY), NOW);
        new Evaluations(entities).add(second);
        entities.flush();
        assertThat(newestOf(1, first, second)).extracting(EvaluationRecord::id).containsExactly(second.id());
    }

    /** The newest of all forms in pages of a size, those that are looked for. */
    private List<EvaluationRecord> newestOf(int pageSize, EvaluationRecord... wanted) {
        Set<UUID> ids = Stream.of(wanted).map(EvaluationRecord::id).collect(Collectors.toSet());
        List<EvaluationRecord> found = new ArrayList<>();
        new Evaluations(entities, pageSize).newestOf(TestDocuments.questionnaire().canonical(), stored -> {
            if (ids.contains(stored.id())) {
                found.add(stored);
            }
        });
        return found;
    }

    private static ShadowReport shadow(Replay replay, RuleSet candidate, List<EvaluationRecord> forms) {
        Replay.Shadow shadow = replay.shadow(candidate);
        forms.forEach(shadow::add);
        return shadow.report();
    }

    private EvaluationRecord stored(Answers answers) throws SQLException {
        return stored(answers, Evaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY));
    }

    private EvaluationRecord stored(Answers answers, Evaluation evaluation) throws SQLException {
        EvaluationRecord stored = new EvaluationRecord(NewId.next(), response(answers), null, answers, ruleSet, Set.of(), evaluation, NOW);
        new Evaluations(entities).add(stored);
        entities.flush();
        entities.clear();
        return new Evaluations(entities).findNewest(stored.responseId()).orElseThrow();
    }

    private List<TestFlag> flags(EvaluationRecord stored) {
        TestFlags flags = new TestFlags(entities);
        EvaluationReader.read(stored.outcome()).flags()
                .forEach(flag -> flags.add(new TestFlag(NewId.next(), stored.responseId(), stored.id(), flag)));
        entities.flush();
        return flags.ofEvaluation(stored.id());
    }

    private CaseReading reading(EvaluationRecord stored) {
        Answers answers = Answers.parse(TestDocuments.questionnaire(), stored.answers(), ALL);
        return new CaseReading(stored, EvaluationReader.read(stored.outcome()), ruleSet, answers, Language.ENGLISH);
    }

    /** A form in progress; its row is committed, because the entities here belong to another feature. */
    private static UUID response(Answers answers) throws SQLException {
        UUID id = NewId.next();
        String hex = id.toString().replace("-", "");
        execute("insert into questionnaire_response (id, questionnaire, status, started_at, key_hash, reference, answers, answers_sha256) "
                + "values ('" + id + "', '" + answers.questionnaire().canonical() + "', 'IN_PROGRESS', now(), '" + hex + hex + "', '"
                + reference() + "', '" + answers.canonicalJson().replace("'", "''") + "', '" + answers.sha256() + "')");
        return id;
    }

    private static String reference() {
        java.util.Random random = new java.util.Random();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            text.append(i == 4 ? '-' : "23456789ABCDEFGH".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
