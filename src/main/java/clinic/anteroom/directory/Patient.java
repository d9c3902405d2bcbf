package clinic.anteroom.directory;

import clinic.anteroom.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody the clinic looks after. Registered by the first form sent in, found again by every later one. A form can add
 * a phone or an e-mail address that was missing, and never replaces one: forms come from people without an account.
 */
@Entity
@Table(name = "patient")
class Patient {

    private static final int DIGITS_THAT_TELL_PHONES_APART = 10;

    @Id
    private UUID id;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    private String sex;

    private String phone;

    private String email;

    private String language;

    @Enumerated(EnumType.STRING)
    @Column(name = "contact_by")
    private ContactBy contactBy;

    @Column(name = "best_times")
    private String bestTimes = "";

    private String interpreter;

    private String needs = "";

    @Column(name = "needs_words")
    private String needsWords;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Patient() {
    }

    Patient(UUID id, RegisterPatient command, Instant now) {
        this.id = id;
        this.givenName = command.givenName();
        this.familyName = command.familyName();
        this.birthDate = command.birthDate();
        this.sex = command.sex();
        this.phone = command.phone();
        this.email = command.email();
        this.language = command.language().code();
        this.createdAt = now;
    }

    /** Whether this is the person who sent a form with this phone or e-mail address; punctuation and case do not matter. */
    boolean isReachedBy(String otherPhone, String otherEmail) {
        boolean samePhone = phone != null && otherPhone != null && digits(phone).equals(digits(otherPhone));
        return samePhone || email != null && email.equalsIgnoreCase(otherEmail);
    }

    /** Adds what was not known yet. The language is the one of the newest form: it is how somebody reads, not who they are. */
    void tells(RegisterPatient command) {
        phone = phone == null ? command.phone() : phone;
        email = email == null ? command.email() : email;
        sex = sex == null ? command.sex() : sex;
        language = command.language().code();
    }

    /** What helps changes with the person: what was told last counts. */
    void tells(AccessNeeds told) {
        contactBy = told.contactBy();
        bestTimes = AccessNeeds.codesOf(told.times());
        interpreter = told.interpreter();
        needs = AccessNeeds.codesOf(told.needs());
        needsWords = told.words();
    }

    UUID id() {
        return id;
    }

    PatientSummary summary() {
        return new PatientSummary(id, givenName, familyName, birthDate, sex, phone, email, Language.of(language).orElse(null),
                AccessNeeds.of(contactBy == null ? null : contactBy.name(), bestTimes, interpreter, needs, needsWords));
    }

    // The country code is left out by some and written as +1, 1 or 001 by others.
    private static String digits(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - DIGITS_THAT_TELL_PHONES_APART));
    }
}
