package clinic.anteroom.directory;

import clinic.anteroom.shared.Language;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A patient as staff read one.
 *
 * @param id         never null
 * @param givenName  never null
 * @param familyName never null
 * @param birthDate  never null
 * @param sex        FEMALE, MALE, INTERSEX or PREFER_NOT; null if not told
 * @param phone      null if there is an e-mail address only
 * @param email      null if there is a phone only
 * @param language   what they read, and are written to in; null if nobody has told
 * @param needs      how to reach them and what helps them at a visit; never null
 */
public record PatientSummary(UUID id, String givenName, String familyName, LocalDate birthDate, String sex, String phone,
        String email, Language language, AccessNeeds needs) {

    /** Given and family name, as on a letter. */
    public String name() {
        return givenName + " " + familyName;
    }
}
