package clinic.anteroom.intake;

import clinic.anteroom.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A link that opens one form in another browser. It is asked for, gets its secret when the mail is written, and ends when
 * it is used, too old, or five wrong birth dates were tried.
 */
@Entity
@Table(name = "access_link")
class AccessLink {

    static final int MOST_TRIES = 5;
    static final Duration LIFE = Duration.ofDays(7);

    @Id
    private UUID id;

    @Column(name = "response_id")
    private UUID responseId;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    @Column(name = "birth_date_hash")
    private String birthDateHash;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "wrong_tries")
    private int wrongTries;

    protected AccessLink() {
    }

    AccessLink(UUID id, UUID responseId, LinkPurpose purpose, LocalDate birthDate, Instant now) {
        this.id = id;
        this.responseId = responseId;
        this.purpose = purpose;
        this.birthDateHash = hash(birthDate);
        this.askedAt = now;
    }

    /** From now on this secret, and no earlier one, opens the form. */
    void arm(String secret, Instant now) {
        secretHash = DraftKey.hash(secret);
        expiresAt = now.plus(LIFE);
    }

    boolean isAlive(Instant now) {
        return usedAt == null && wrongTries < MOST_TRIES && expiresAt != null && now.isBefore(expiresAt);
    }

    /** Uses the link up if this is the right birth date, counts a wrong try if not. */
    boolean use(LocalDate birthDate, Instant now) {
        boolean right = birthDateHash.equals(hash(birthDate));
        if (right) {
            usedAt = now;
        } else {
            wrongTries++;
        }
        return right;
    }

    UUID id() {
        return id;
    }

    LinkPurpose purpose() {
        return purpose;
    }

    UUID responseId() {
        return responseId;
    }

    /** The id is the salt: equal birth dates do not look equal. */
    private String hash(LocalDate birthDate) {
        return Sha256.of(id + " " + birthDate);
    }
}
