package clinic.anteroom.care;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A part of the doctor's list.
 *
 * @param cases  what waits first on top; at most {@link #LONGEST}
 * @param earlier whether cases stand before these
 * @param more   whether cases stand after these
 * @param counts how many cases each folder holds, whatever else is asked
 * @param readAt when it was read: cases that came later are new to the reader
 */
public record Worklist(List<CaseSummary> cases, boolean earlier, boolean more, Map<CaseFolder, Integer> counts, Instant readAt) {

    /** Rows of one page: three screens of them, and each row is a look at a record. */
    public static final int LONGEST = 60;

    /** How many cases a folder holds. */
    public int count(CaseFolder folder) {
        return counts.getOrDefault(folder, 0);
    }
}
