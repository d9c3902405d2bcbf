package clinic.anteroom.triage;

import java.util.List;
import java.util.UUID;

/**
 * What would change what the rules say about one form.
 *
 * @param flags   one a flag
 * @param toRaise the smallest changes of answers that would make it more urgent, at most three; empty if there is none
 */
public record CaseExplanation(List<FlagExplanation> flags, List<OtherAnswer> toRaise) {

    /** The explanation of one flag; empty lists if there is none. */
    public FlagExplanation of(UUID flagId) {
        return flags.stream().filter(flag -> flag.flagId().equals(flagId)).findFirst()
                .orElseGet(() -> new FlagExplanation(flagId, List.of(), List.of()));
    }
}
