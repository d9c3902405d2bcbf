package clinic.anteroom.directory;

import java.util.UUID;

/**
 * A site, or a room in one.
 *
 * @param id     never null
 * @param name   never null
 * @param partOf the site a room is in; null for a site
 * @param zone   name in the tz database; never null
 */
public record Place(UUID id, String name, UUID partOf, String zone) {
}
