package clinic.anteroom.intake;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NullableUuidConverter;
import clinic.anteroom.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One form of one patient. It begins IN_PROGRESS and takes the answers of one page after the other. When an answer means
 * an emergency it is STOPPED, until the patient says that the answer was a mistake. Sent in, it is COMPLETED, belongs to
 * a patient and never changes again.
 */
@Entity
@Table(name = "questionnaire_response")
class QuestionnaireResponse {

    @Id
    private UUID id;

    private String questionnaire;

    @Enumerated(EnumType.STRING)
    private ResponseStatus status;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "patient_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID patientId;

    @Column(name = "key_hash")
    private String keyHash;

    private String reference;

    private String answers;

    @Column(name = "answers_sha256")
    private String answersSha256;

    @Column(name = "last_page")
    private String lastPage;

    @Column(name = "flagged_tests")
    private String flaggedTests;

    @Enumerated(EnumType.STRING)
    @Column(name = "emergency_reply")
    private EmergencyReply emergencyReply;

    @Column(name = "emergency_reply_at")
    private Instant emergencyReplyAt;

    @Column(name = "emergency_phone")
    private String emergencyPhone;

    @Column(name = "filled_by")
    private String filledBy;

    private String language;

    @Version
    private int version;

    protected QuestionnaireResponse() {
    }

    /** @param filledBy who of the staff types what a caller says; null for a form that comes by itself */
    QuestionnaireResponse(UUID id, String key, String reference, Answers none, Instant now, String filledBy) {
        this.filledBy = filledBy;
        this.language = Language.ENGLISH.code();
        this.id = id;
        this.questionnaire = none.questionnaire().canonical();
        this.status = ResponseStatus.IN_PROGRESS;
        this.startedAt = now;
        this.savedAt = now;
        this.keyHash = DraftKey.hash(key);
        this.reference = reference;
        this.flaggedTests = "";
        keep(none);
    }

    /** Who fills it in reads this language, from now on. A form sent in keeps the one it was read in. */
    void isReadIn(Language now) {
        if (!isSentIn()) {
            language = now.code();
        }
    }

    /** Takes what is answered now, after this page was saved. */
    void answer(String pageLinkId, Answers now, Instant at) {
        if (status != ResponseStatus.IN_PROGRESS) {
            throw new DraftClosed(status);
        }
        lastPage = pageLinkId;
        savedAt = at;
        keep(now);
    }

    /** From now on these tests are flagged, and what makes them safe is asked. A form sent in keeps what it was asked. */
    void flag(Set<String> tests, Answers now) {
        if (!isSentIn()) {
            flaggedTests = String.join(" ", new TreeSet<>(tests));
            keep(now);
        }
    }

    /** An answer means an emergency. */
    void stop() {
        if (status == ResponseStatus.IN_PROGRESS) {
            status = ResponseStatus.STOPPED;
        }
    }

    /** The patient answered by mistake and goes on. */
    void reopen() {
        if (status == ResponseStatus.STOPPED) {
            status = ResponseStatus.IN_PROGRESS;
        }
    }

    /** The patient read that this is an emergency. The last word counts; a phone once told is kept. */
    void reply(EmergencyReply reply, String phone, Instant now) {
        emergencyReply = reply;
        emergencyReplyAt = now;
        emergencyPhone = phone == null ? emergencyPhone : phone;
    }

    /** Sent in by this patient. */
    void complete(UUID patient, Instant now) {
        if (status != ResponseStatus.IN_PROGRESS) {
            throw new DraftClosed(status);
        }
        status = ResponseStatus.COMPLETED;
        patientId = patient;
        completedAt = now;
    }

    /** From now on this key, and no earlier one, opens the form. */
    void rekey(String key) {
        keyHash = DraftKey.hash(key);
    }

    boolean isSentIn() {
        return status == ResponseStatus.COMPLETED || status == ResponseStatus.AMENDED;
    }

    UUID id() {
        return id;
    }

    String questionnaire() {
        return questionnaire;
    }

    ResponseStatus status() {
        return status;
    }

    String reference() {
        return reference;
    }

    /** Link id of the page saved last; null while none is. */
    String lastPage() {
        return lastPage;
    }

    /** Null until it is sent in. */
    UUID patientId() {
        return patientId;
    }

    /** Null until it is sent in. */
    Instant completedAt() {
        return completedAt;
    }

    FormSummary summary(String title) {
        return new FormSummary(id, reference, title, status, startedAt, completedAt, patientId,
                emergencyReply, emergencyReplyAt, emergencyPhone, filledBy);
    }

    /** The language it is filled in, or was filled in; never null. */
    Language language() {
        return Language.of(language).orElseThrow();
    }

    /** @param asked in the language of the form */
    SentForm sentForm(Questionnaire asked) {
        return new SentForm(id, status, patientId, startedAt, completedAt, answers(asked));
    }

    /** Null until the patient said something. */
    EmergencyReply emergencyReply() {
        return emergencyReply;
    }

    /** Null until the patient said something. */
    Instant emergencyReplyAt() {
        return emergencyReplyAt;
    }

    Answers answers(Questionnaire asked) {
        return Answers.parse(asked, answers, flaggedTests.isEmpty() ? Set.of() : Set.of(flaggedTests.split(" ")));
    }

    private void keep(Answers now) {
        answers = now.canonicalJson();
        answersSha256 = Sha256.of(answers);
    }
}
