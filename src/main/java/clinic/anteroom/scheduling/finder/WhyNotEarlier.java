package clinic.anteroom.scheduling.finder;

import java.time.Instant;
import java.util.List;

/**
 * Why there is no earlier time.
 *
 * @param firstFree when each part could first be played on its own, the patient last; in the order of the phases
 * @param allFree   when all of them are first free together, or null for never in the window
 * @param binding   label of the part that alone explains the wait, or null if each is free earlier, but not together
 */
public record WhyNotEarlier(List<FirstFree> firstFree, Instant allFree, String binding) {

    /** Label of the patient's own row. */
    public static final String PATIENT = "Patient";

    /**
     * A part by itself.
     *
     * @param label what the part is called; {@link #PATIENT} for the patient
     * @param start first start at which it could be played, or null for none in the window
     */
    public record FirstFree(String label, Instant start) {
    }

    public WhyNotEarlier {
        firstFree = List.copyOf(firstFree);
    }

    /** The parts as found, and the first of those that are not free before {@code found}; null if nothing was found. */
    static WhyNotEarlier of(List<FirstFree> firstFree, Instant found) {
        String binding = firstFree.stream()
                .filter(part -> part.start() == null || found != null && !part.start().isBefore(found))
                .map(FirstFree::label)
                .findFirst()
                .orElse(null);
        return new WhyNotEarlier(firstFree, found, binding);
    }
}
