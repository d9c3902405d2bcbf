package clinic.anteroom.directory;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who works here.
 *
 * @param id           never null
 * @param prefix       {@code Dr.}; null for none
 * @param givenName    never null
 * @param familyName   never null
 * @param specialty    in the clinic's own code, for example {@code NEUROLOGY}; null if not told
 * @param capabilities the parts they can play in visits, sorted; perhaps empty
 */
public record Colleague(UUID id, String prefix, String givenName, String familyName, String specialty, List<String> capabilities) {

    public Colleague {
        capabilities = List.copyOf(capabilities);
    }

    /** The name on the door. */
    public String name() {
        return (prefix == null ? "" : prefix + " ") + givenName + " " + familyName;
    }
}
