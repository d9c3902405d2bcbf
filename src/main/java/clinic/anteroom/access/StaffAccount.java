package clinic.anteroom.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How a member of staff signs in. After three wrong passwords each further try has to wait, twice as long every time
 * and five minutes at most; the right password after the wait opens the door again, so a guesser cannot lock it.
 */
@Entity
@Table(name = "staff_account")
class StaffAccount {

    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Id
    private UUID id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;

    private boolean active;

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "retry_after")
    private Instant retryAfter;

    @Version
    private int version;

    protected StaffAccount() {
    }

    /** Whether this account may try a password at this moment. */
    boolean mayTry(Instant now) {
        return active && (retryAfter == null || !now.isBefore(retryAfter));
    }

    void passwordWasRight() {
        failedAttempts = 0;
        retryAfter = null;
    }

    void passwordWasWrong(Instant now) {
        failedAttempts++;
        if (failedAttempts > FREE_TRIES) {
            Duration wait = Duration.ofSeconds(1L << Math.min(failedAttempts - FREE_TRIES, 9));
            retryAfter = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    String role() {
        return role;
    }
}
