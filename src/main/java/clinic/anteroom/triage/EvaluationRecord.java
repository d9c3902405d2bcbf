package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.shared.NullableUuidConverter;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.RuleSet;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the rules said about one form at one moment. Written once; the database refuses any change. */
@Entity
@Table(name = "evaluation")
class EvaluationRecord {

    @Id
    private UUID id;

    @Column(name = "response_id")
    private UUID responseId;

    @Column(name = "patient_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID patientId;

    private String questionnaire;

    private String answers;

    @Column(name = "answers_sha256")
    private String answersSha256;

    @Column(name = "rule_set_name")
    private String ruleSetName;

    @Column(name = "rule_set_version")
    private Integer ruleSetVersion;

    @Column(name = "rule_set_sha256")
    private String ruleSetSha256;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "evaluator_version")
    private String evaluatorVersion;

    private String urgency;

    @Column(name = "by_hand")
    private boolean byHand;

    @Column(name = "due_at")
    private Instant dueAt;

    private String outcome;

    @Column(name = "outcome_sha256")
    private String outcomeSha256;

    @Column(name = "evaluated_at")
    private Instant evaluatedAt;

    @Column(name = "rules_off")
    private String rulesOff;

    protected EvaluationRecord() {
    }

    /**
     * @param patientId null while the form's patient is not known
     * @param ruleSet   null if none could be used
     * @param rulesOff  rules that were switched off then
     * @param at        when the form was sent in or stopped; due dates count from here
     */
    EvaluationRecord(UUID id, UUID responseId, UUID patientId, Answers answers, RuleSet ruleSet, Set<String> rulesOff,
            Evaluation evaluation, Instant at) {
        this.id = id;
        this.responseId = responseId;
        this.patientId = patientId;
        this.questionnaire = answers.questionnaire().canonical();
        this.answers = answers.canonicalJson();
        this.answersSha256 = evaluation.basis().answersSha256();
        if (ruleSet != null) {
            this.ruleSetName = ruleSet.heading().name();
            this.ruleSetVersion = ruleSet.heading().version();
            this.ruleSetSha256 = ruleSet.heading().sha256();
        }
        this.asOf = evaluation.basis().asOf();
        this.evaluatorVersion = evaluation.basis().evaluatorVersion();
        this.urgency = evaluation.urgency().name();
        this.byHand = evaluation.byHand();
        this.dueAt = evaluation.dueDays().isPresent() ? at.plus(Duration.ofDays(evaluation.dueDays().getAsInt())) : null;
        this.outcome = evaluation.canonicalJson();
        this.outcomeSha256 = evaluation.sha256();
        this.evaluatedAt = at;
        this.rulesOff = String.join(" ", new TreeSet<>(rulesOff));
    }

    UUID id() {
        return id;
    }

    UUID responseId() {
        return responseId;
    }

    UUID patientId() {
        return patientId;
    }

    String questionnaire() {
        return questionnaire;
    }

    String answers() {
        return answers;
    }

    String ruleSetSha256() {
        return ruleSetSha256;
    }

    LocalDate asOf() {
        return asOf;
    }

    Instant dueAt() {
        return dueAt;
    }

    String outcome() {
        return outcome;
    }

    /** Whether rules failed and a person has to read the form. */
    boolean isByHand() {
        return byHand;
    }

    /** Ids of the rules that were switched off then. */
    Set<String> rulesOff() {
        return rulesOff == null || rulesOff.isEmpty() ? Set.of() : Set.of(rulesOff.split(" "));
    }

    Instant evaluatedAt() {
        return evaluatedAt;
    }
}
