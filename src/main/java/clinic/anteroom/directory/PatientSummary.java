package clinic.anteroom.directory;

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
 * @param needs      how to reach them and what helps them at a visit; never null
 */
public record PatientSummary(UUID id, String givenName, String familyName, LocalDate birthDate, String sex, String phone,
        String email, AccessNeeds needs) {

    /** Given and family name, as on a letter. */
    public String name() {
        return givenName + " " + familyName;
    }
}
