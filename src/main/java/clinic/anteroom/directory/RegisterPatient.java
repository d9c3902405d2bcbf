package clinic.anteroom.directory;

import clinic.anteroom.shared.Language;
import java.time.LocalDate;

/**
 * What a person says about themselves when a form is sent in.
 *
 * @param givenName  1 to 100 characters; never null
 * @param familyName 1 to 100 characters; never null
 * @param birthDate  never null
 * @param sex        FEMALE, MALE, INTERSEX or PREFER_NOT; null if not told
 * @param phone      null if there is an e-mail address instead
 * @param email      null if there is a phone instead
 * @param language   what they read; never null
 */
public record RegisterPatient(String givenName, String familyName, LocalDate birthDate, String sex, String phone,
        String email, Language language) {
}
