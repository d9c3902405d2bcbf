package clinic.anteroom.intake;

import java.time.Instant;

/**
 * What a patient added after an emergency stopped the form.
 *
 * @param writtenAt when; never null
 * @param words     1 to 2000 characters; never null
 */
public record Note(Instant writtenAt, String words) {
}
