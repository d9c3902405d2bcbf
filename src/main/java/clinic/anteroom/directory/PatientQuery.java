package clinic.anteroom.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks for patients; everything that is given must fit.
 *
 * @param id        or null
 * @param name      beginning of the given or family name, case aside; or null
 * @param birthDate or null
 * @param reachedBy phone or e-mail address, punctuation and country code aside; or null
 */
public record PatientQuery(UUID id, String name, LocalDate birthDate, String reachedBy) {

    private static final int DIGITS_THAT_TELL_PHONES_APART = 10;

    /** Whether nothing is asked, which would be everybody. */
    public boolean isUnbounded() {
        return id == null && name == null && birthDate == null && reachedBy == null;
    }

    /** The name with a wildcard behind it, its own wildcards taken literally. */
    Optional<String> namePattern() {
        return Optional.ofNullable(name).map(text -> text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    /** The last ten digits of what could be a phone number. */
    Optional<String> phoneDigits() {
        return Optional.ofNullable(reachedBy).map(text -> text.replaceAll("\\D", "")).filter(digits -> digits.length() >= 7)
                .map(digits -> digits.substring(Math.max(0, digits.length() - DIGITS_THAT_TELL_PHONES_APART)));
    }
}
