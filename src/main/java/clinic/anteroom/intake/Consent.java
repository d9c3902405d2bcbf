package clinic.anteroom.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was agreed to when a form was sent in, word by word. Written once. */
@Entity
@Table(name = "intake_consent")
class Consent {

    @Id
    @Column(name = "response_id")
    private UUID responseId;

    private String wording;

    private String words;

    @Column(name = "given_at")
    private Instant givenAt;

    protected Consent() {
    }

    Consent(UUID responseId, ConsentWording wording, Instant now) {
        this.responseId = responseId;
        this.wording = wording.version();
        this.words = wording.text();
        this.givenAt = now;
    }
}
