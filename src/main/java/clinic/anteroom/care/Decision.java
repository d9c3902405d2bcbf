package clinic.anteroom.care;

import java.util.List;
import java.util.UUID;

/**
 * What a doctor wants ordered for a flag.
 *
 * @param flagId     never null
 * @param indication why, 1 to 2000 characters, in the doctor's words
 * @param bodyPart   part of the body as a code, empty where the test has none; null for what the rules proposed
 * @param analytes   what to measure in blood, as codes; null for what the rules proposed
 */
public record Decision(UUID flagId, String indication, String bodyPart, List<String> analytes) {

    /** The flag as the rules proposed it. */
    public static Decision asProposed(UUID flagId, String indication) {
        return new Decision(flagId, indication, null, null);
    }

    boolean isChanged() {
        return bodyPart != null || analytes != null;
    }
}
