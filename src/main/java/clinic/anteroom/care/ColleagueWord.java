package clinic.anteroom.care;

import java.time.Instant;
import java.util.UUID;

/**
 * What one doctor wants another to know about a case, or to give an opinion on. The patient does not read it.
 *
 * @param id          never null
 * @param toldBy      account; never null
 * @param toldTo      account; never null
 * @param toldAt      never null
 * @param words       never null
 * @param wantsAnswer whether an opinion is asked for
 * @param seenAt      when the colleague opened the case; null until then
 * @param answeredAt  null while there is no answer
 * @param answer      the opinion; null while there is none
 */
public record ColleagueWord(UUID id, String toldBy, String toldTo, Instant toldAt, String words, boolean wantsAnswer, Instant seenAt,
        Instant answeredAt, String answer) {

    /** Whether an opinion is awaited. */
    public boolean open() {
        return wantsAnswer && answeredAt == null;
    }
}
