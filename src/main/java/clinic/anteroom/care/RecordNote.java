package clinic.anteroom.care;

import java.time.Instant;

/**
 * The note of a case for the medical record, as a doctor kept it.
 *
 * @param text 1 to 20000 characters
 * @param by   account that wrote it
 * @param at   when
 */
public record RecordNote(String text, String by, Instant at) {
}
