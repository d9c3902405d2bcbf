package clinic.anteroom.directory;

import java.util.UUID;

/**
 * A machine that tests are done with.
 *
 * @param id         never null
 * @param name       never null
 * @param locationId the room it stands in; null if it is moved around
 */
public record Machine(UUID id, String name, UUID locationId) {
}
