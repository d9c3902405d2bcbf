package clinic.anteroom.access;

import clinic.anteroom.shared.NullableUuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a member of staff signs in. After three wrong passwords or codes each further try has to wait, twice as long every time and five minutes at most;
 * where, {@link StaffAddresses} says. Kept here are wrong codes from places unknown to the account.
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

    private String mail;

    @Column(name = "practitioner_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID practitionerId;

    private boolean active;

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "retry_after")
    private Instant retryAfter;

    @Column(name = "second_factor_asked")
    private boolean secondFactorAsked;

    @Column(name = "totp_secret")
    private String totpSecret;

    @Column(name = "totp_next")
    private String totpNext;

    @Column(name = "totp_step")
    private long totpStep;

    @Version
    private int version;

    protected StaffAccount() {
    }

    StaffAccount(UUID id, String username, String displayName, String role, String passwordHash, String mail) {
        this.mail = mail;
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.role = role;
        this.passwordHash = passwordHash;
        this.active = true;
        this.secondFactorAsked = true;
    }

    /** When the next try may be made after so many wrong ones; empty for at once. */
    static Optional<Instant> retryAfter(int failed, Instant now) {
        if (failed <= FREE_TRIES) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failed - FREE_TRIES, 9));
        return Optional.of(now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
    }

    void right() {
        failedAttempts = 0;
        retryAfter = null;
    }

    void wrong(Instant now) {
        failedAttempts++;
        retryAfter = retryAfter(failedAttempts, now).orElse(null);
    }

    /** A device is being set up; nothing changes until it has shown its first code. */
    void beginDevice(String sealedSecret) {
        totpNext = sealedSecret;
    }

    /** The device has shown that it works. */
    void confirmDevice(long step) {
        totpSecret = totpNext;
        totpNext = null;
        totpStep = step;
    }

    /** Takes a code that belongs to these thirty seconds; false if that one, or a later one, was taken before. */
    boolean takeStep(long step) {
        if (step <= totpStep) {
            return false;
        }
        totpStep = step;
        return true;
    }

    /** The device is lost: the next sign-in sets up another one, also on an account that was never asked. */
    void forgetDevice() {
        totpSecret = null;
        totpNext = null;
        secondFactorAsked = true;
    }

    void open() {
        active = true;
    }

    void close() {
        active = false;
    }

    void takeRole(String wanted) {
        role = wanted;
    }

    void isOf(UUID practitioner) {
        practitionerId = practitioner;
    }

    /** Who it is of those who can be booked; empty for nobody. */
    Optional<UUID> practitioner() {
        return Optional.ofNullable(practitionerId);
    }

    void takePassword(String hash) {
        passwordHash = hash;
        failedAttempts = 0;
        retryAfter = null;
    }

    UUID id() {
        return id;
    }

    boolean isActive() {
        return active;
    }

    Optional<Instant> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    boolean isSecondFactorAsked() {
        return secondFactorAsked;
    }

    /** The sealed secret of the device; empty if there is none. */
    Optional<String> device() {
        return Optional.ofNullable(totpSecret);
    }

    /** The sealed secret of a device that is being set up. */
    Optional<String> nextDevice() {
        return Optional.ofNullable(totpNext);
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
