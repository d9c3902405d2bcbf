package clinic.anteroom.web.reception;

import java.time.Instant;
import java.util.List;

/**
 * A free time in words.
 *
 * @param start   when the patient comes; never null
 * @param end     when the patient can leave; never null
 * @param who     names of the people; never null
 * @param where   names of room and machine; perhaps empty
 * @param reasons what speaks for it
 * @param against what speaks against it
 */
public record OfferedTime(Instant start, Instant end, String who, String where, List<String> reasons, List<String> against) {
}
