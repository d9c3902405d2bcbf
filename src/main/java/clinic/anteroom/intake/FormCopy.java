package clinic.anteroom.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A form that was sent in, as its patient lists it: no answers.
 *
 * @param responseId never null
 * @param reference  its short name; never null
 * @param about      title of what was asked, in the language of the form; never null
 * @param sentAt     never null
 */
public record FormCopy(UUID responseId, String reference, String about, Instant sentAt) {
}
