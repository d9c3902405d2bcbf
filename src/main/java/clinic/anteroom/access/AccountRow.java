package clinic.anteroom.access;

import java.util.UUID;

/**
 * An account as the administrator sees it.
 *
 * @param id          never null
 * @param username    what is typed at the door; never null
 * @param displayName the name colleagues read; never null
 * @param role        one of {@link Roles#OF_PEOPLE}
 * @param open        whether it may sign in
 * @param device      whether a device that shows codes is set up
 * @param passkeys    how many passkeys
 * @param asked       whether a second factor is asked of it in any case
 * @param practitioner who it is of those who can be booked; null for nobody
 */
public record AccountRow(UUID id, String username, String displayName, String role, boolean open, boolean device, int passkeys, boolean asked,
        UUID practitioner) {
}
