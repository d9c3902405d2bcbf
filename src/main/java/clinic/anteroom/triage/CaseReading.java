package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Because;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Finding;
import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.Rule;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.SecondLook;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Urgency;
import clinic.anteroom.triage.rules.Warning;
import clinic.anteroom.triage.rules.Wording;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a stored evaluation into words: those of the rule set it rests on, and those the patient saw.
 *
 * <p>Doctor words are English. Patient words are those of the rule set, or their translation for who reads another language.
 */
final class CaseReading {

    private static final String LANGUAGE = "en";
    private static final String CALL_OFFER = "CALL_BACK_OFFER";
    private static final Sentences PATIENT_WORDS = new Sentences("clinic.anteroom.triage.patient_words");

    private final EvaluationRecord stored;
    private final Evaluation evaluation;
    private final RuleSet ruleSet;
    private final Wording wording;
    private final Answers answers;
    private final Language reader;
    private final Map<String, Finding> findings;

    /**
     * @param ruleSet the document the evaluation rests on; null if there was none
     * @param answers the answers it rests on, with the safety questions of its flags
     * @param reader  the language of who reads patient words now
     */
    CaseReading(EvaluationRecord stored, Evaluation evaluation, RuleSet ruleSet, Answers answers, Language reader) {
        this.stored = stored;
        this.evaluation = evaluation;
        this.ruleSet = ruleSet;
        this.wording = new Wording(answers);
        this.answers = answers;
        this.reader = reader;
        this.findings = evaluation.findings().stream()
                .collect(Collectors.toMap(Finding::rule, finding -> finding, (first, second) -> first));
    }

    CaseTriage caseTriage(List<TestFlag> flags) {
        return new CaseTriage(stored.responseId(), stored.id(), stored.patientId(), evaluation.basis().ruleSet(),
                evaluation.basis().ruleSetSha256(), evaluation.basis().status(), evaluation.urgency(), stored.dueAt(),
                stored.evaluatedAt(), evaluation.byHand(), reasons(evaluation.urgencyRules()),
                flags.stream().map(this::flaggedTest).toList(), suppressed(), evaluation.specialties(), evaluation.others(),
                warnings(), evaluation.notes().stream().map(note -> new CaseNote(note.tests(), reason(note.rule()))).toList(),
                evaluation.questionsToAsk().stream().map(id -> new OpenQuestion(id, wording.question(id))).toList(), outcome());
    }

    FlaggedTest flaggedTest(TestFlag flag) {
        boolean onHold = evaluation.warnings().stream().anyMatch(warning -> warning.hold() && warning.tests().contains(flag.test()));
        return new FlaggedTest(flag.id(), stored.responseId(), flag.test(), flag.strength(), flag.bodyPart(), flag.analytes(),
                flag.alsoConsider(), flag.urgency(), flag.status(), flag.decidedBy(), flag.decidedAt(), flag.reasonCode(), flag.reason(), onHold,
                reasons(flag.rules()));
    }

    EmergencyAdvice emergencyAdvice() {
        return new EmergencyAdvice(evaluation.emergencies(),
                evaluation.emergencies().stream().map(this::patientWords).distinct().toList());
    }

    /** At home one text is enough; else nobody reads that home is enough. */
    PatientOutcome outcome() {
        Stream<String> spoken = evaluation.urgencyRules().stream().limit(1);
        if (evaluation.urgency() != Urgency.SELF_CARE) {
            spoken = evaluation.findings().stream().filter(finding -> finding.truth() == Truth.TRUE)
                    .filter(finding -> finding.level().compareTo(Level.M) <= 0 && finding.level() != Level.C).map(Finding::rule)
                    .filter(id -> !SecondLook.isForBeforeSending(rule(id))) // Too late to look at them once more.
                    .sorted(Comparator.comparing(id -> rule(id).raise().urgency(), Comparator.nullsLast(Comparator.naturalOrder())));
        }
        Stream<String> minded = Stream.concat(
                evaluation.warnings().stream().filter(warning -> isTrue(warning.rule())).map(Warning::rule),
                evaluation.notes().stream().map(note -> note.rule()).filter(id -> rule(id).level() == Level.X));
        Stream<String> all = evaluation.byHand() ? Stream.concat(Stream.of(Evaluation.BY_HAND), spoken) : spoken;
        return new PatientOutcome(evaluation.urgency(), stored.dueAt(), said(all), said(minded), checkIns(), evaluation.others().contains(CALL_OFFER), evaluation.byHand());
    }

    private List<Instant> checkIns() {
        return CheckInDays.of(evaluation, answers.questionnaire().name()).stream()
                .map(days -> stored.evaluatedAt().plus(Duration.ofDays(days))).toList();
    }

    private List<String> said(Stream<String> rules) {
        return rules.map(this::patientWords).filter(words -> !words.isEmpty()).distinct().toList();
    }

    private List<SuppressedTest> suppressed() {
        return evaluation.suppressed().stream().map(one ->
                new SuppressedTest(one.flag().test(), one.flag().bodyPart(), reason(one.by()))).toList();
    }

    private List<CaseWarning> warnings() {
        return evaluation.warnings().stream().map(warning -> new CaseWarning(warning.tests(), warning.hold(),
                patientWords(warning.rule()), reason(warning.rule()))).toList();
    }

    private List<FlagReason> reasons(List<String> rules) {
        return rules.stream().map(this::reason).toList();
    }

    private FlagReason reason(String id) {
        Finding finding = findings.get(id);
        if (id.equals(Evaluation.BY_HAND)) {
            return new FlagReason(id, 0, evaluation.basis().ruleSet(), evaluation.basis().ruleSetSha256(),
                    "Look at this by hand.", "The rules could not be applied: read the answers.", List.of(), List.of(), List.of(), false);
        }
        Rule rule = rule(id);
        return new FlagReason(id, finding.ruleVersion(), ruleSet.canonical(), ruleSet.heading().sha256(), rule.sentence(),
                finding.byHand() ? "This rule could not be applied: read the answers." : wording.fill(rule.doctor().get(LANGUAGE)),
                rule.sources(), deciding(finding), finding.missing().stream().map(wording::question).distinct().toList(),
                finding.truth() == Truth.TRUE);
    }

    private List<DecidingAnswer> deciding(Finding finding) {
        return finding.because().stream().filter(because -> because.answer() != null).map(Because::questions)
                .flatMap(List::stream).distinct()
                .map(id -> DecidingAnswer.of(id, wording, answers)).toList();
    }

    private String patientWords(String id) {
        if (id.equals(Evaluation.BY_HAND)) {
            return PATIENT_WORDS.of(reader, "by_hand");
        }
        String english = rule(id).patient().getOrDefault(LANGUAGE, "");
        return RuleSets.wordsIn(reader, ruleSet.heading().name()).flatMap(words -> words.find(id, english)).orElse(english);
    }

    private boolean isTrue(String id) {
        return findings.get(id).truth() == Truth.TRUE;
    }

    private Rule rule(String id) {
        return ruleSet.get(id);
    }
}
