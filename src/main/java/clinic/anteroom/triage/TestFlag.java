package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.Strength;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A test that rules propose for one form. RAISED until one doctor confirms or rejects it, who may take that back at once. */
@Entity
@Table(name = "test_flag")
class TestFlag {

    @Id
    private UUID id;

    @Column(name = "response_id")
    private UUID responseId;

    @Column(name = "evaluation_id")
    private UUID evaluationId;

    private String test;

    @Column(name = "body_part")
    private String bodyPart;

    private String analytes;

    @Column(name = "also_consider")
    private String alsoConsider;

    @Enumerated(EnumType.STRING)
    private Strength strength;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private String rules;

    @Enumerated(EnumType.STRING)
    private FlagStatus status;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "reason_code")
    private String reasonCode;

    private String reason;

    @Version
    private int version;

    protected TestFlag() {
    }

    TestFlag(UUID id, UUID responseId, UUID evaluationId, Flag flag) {
        this.id = id;
        this.responseId = responseId;
        this.evaluationId = evaluationId;
        this.test = flag.test();
        this.bodyPart = flag.bodyPart();
        this.analytes = String.join(" ", flag.analytes());
        this.alsoConsider = String.join(" ", flag.alsoConsider());
        this.strength = flag.strength();
        this.urgency = flag.urgency();
        this.rules = String.join(" ", flag.rules());
        this.status = FlagStatus.RAISED;
    }

    /** The doctor agrees; the order is written by care. */
    void confirm(String doctor, Instant now) {
        decide(FlagStatus.CONFIRMED, doctor, now);
    }

    /** The doctor disagrees, for a coded reason and perhaps words of 1 to 2000 characters. */
    void reject(String doctor, Instant now, String code, String words) {
        if (code == null || code.isBlank()) {
            throw new ReasonMissing(test);
        }
        decide(FlagStatus.REJECTED, doctor, now);
        reasonCode = code;
        reason = words == null || words.isBlank() ? null : words.strip();
    }

    /** The doctor takes back what was decided since a moment; tells whether that was possible. */
    boolean takeBack(String doctor, Instant since) {
        if (status == FlagStatus.RAISED || !doctor.equals(decidedBy) || decidedAt.isBefore(since)) {
            return false;
        }
        status = FlagStatus.RAISED;
        decidedBy = null;
        decidedAt = null;
        reasonCode = null;
        reason = null;
        return true;
    }

    private void decide(FlagStatus decision, String doctor, Instant now) {
        if (status != FlagStatus.RAISED) {
            throw new FlagAlreadyDecided(test, decidedBy);
        }
        status = decision;
        decidedBy = doctor;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID evaluationId() {
        return evaluationId;
    }

    String test() {
        return test;
    }

    String bodyPart() {
        return bodyPart;
    }

    List<String> analytes() {
        return words(analytes);
    }

    List<String> alsoConsider() {
        return words(alsoConsider);
    }

    Strength strength() {
        return strength;
    }

    Urgency urgency() {
        return urgency;
    }

    List<String> rules() {
        return words(rules);
    }

    FlagStatus status() {
        return status;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reasonCode() {
        return reasonCode;
    }

    String reason() {
        return reason;
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
