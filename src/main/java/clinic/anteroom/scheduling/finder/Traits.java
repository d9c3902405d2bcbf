package clinic.anteroom.scheduling.finder;

import java.util.Set;
import java.util.UUID;

/**
 * What a patient may ask of somebody or something.
 *
 * @param site       the building a room or machine is in; null for people, who go where they are needed
 * @param languages  codes of ISO 639 a person speaks with patients; empty if nobody said
 * @param sex        FEMALE, MALE or INTERSEX, or null if nobody said
 * @param accessible whether a wheelchair gets in; true for people and machines
 */
public record Traits(UUID site, Set<String> languages, String sex, boolean accessible) {

    /** Nothing is known. */
    public static final Traits UNKNOWN = new Traits(null, Set.of(), null, true);

    public Traits {
        languages = Set.copyOf(languages);
    }
}
